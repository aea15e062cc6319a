import type { BadInput } from './bad-input/bad-input';
import { fields } from './bad-input/fields';
import { ids } from './bad-input/ids';
import { metadataAndCertificates } from './bad-input/metadata-and-certificates';
import { networkAndNames } from './bad-input/network-and-names';
import { records } from './bad-input/records';
import { wholeFiles } from './bad-input/whole-files';
import { yamlText } from './bad-input/yaml-text';
import { ConfigFolder } from './config-folder';

const cases: readonly BadInput[] = [
  ...fields,
  ...networkAndNames,
  ...ids,
  ...metadataAndCertificates,
  ...yamlText,
  ...wholeFiles,
  ...records,
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
