import { resourceCheck } from '../../../authoring/check.ts';
import { expectValue } from '../../../authoring/expect.ts';

const channels = ['CopyAllowed', 'DownloadAllowed', 'PasteAllowed', 'PrintAllowed', 'UploadAllowed'];
const settings = (properties: object) => ({
  Type: 'AWS::WorkSpacesWeb::UserSettings',
  Properties: { ...Object.fromEntries(channels.map((name) => [name, 'Disabled'])), ...properties },
});

export const check = resourceCheck({
  control: 'LPO-WKS-01',
  name: 'no-copy-out',
  expected: 'a secure-browser portal lets nobody copy, paste, download, upload or print',
  fix: 'set the five channels to Disabled',
  types: ['AWS::WorkSpacesWeb::UserSettings'],
  judge: (resource) => channels.flatMap((name) => expectValue(resource, name, 'Disabled')),
  good: { closed: settings({}) },
  bad: Object.fromEntries(channels.map((name) => [name, settings({ [name]: 'Enabled' })])),
});
