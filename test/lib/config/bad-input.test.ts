import type { BadInput } from './bad-input/bad-input.ts';
import { fields } from './bad-input/fields.ts';
import { ids } from './bad-input/ids.ts';
import { metadataAndCertificates } from './bad-input/metadata-and-certificates.ts';
import { networkAndNames } from './bad-input/network-and-names.ts';
import { quotas } from './bad-input/quotas.ts';
import { records } from './bad-input/records.ts';
import { wholeFiles } from './bad-input/whole-files.ts';
import { yamlText } from './bad-input/yaml-text.ts';
import { ConfigFolder } from './config-folder.ts';

const cases: readonly BadInput[] = [
  ...fields,
  ...networkAndNames,
  ...ids,
  ...metadataAndCertificates,
  ...yamlText,
  ...wholeFiles,
  ...records,
  ...quotas,
];

describe('bad configuration', () => {
  let folder: ConfigFolder;
  beforeEach(() => {
    folder = new ConfigFolder(['gb', 'us-fed-fin']);
  });
  afterEach(() => folder.remove());

  test.each(cases)('$name', ({ spoil, message }) => {
    spoil(folder);
    expect(folder.messages()).toBe(message.trim().replace(/^ {6}/gm, ''));
  });
});
