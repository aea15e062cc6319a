import { readFileSync } from 'node:fs';
import { ConfigFolder } from './config-folder.ts';

/** The New York example under another slug, in the longest region, with the longest matter id. */
function withSlug(slug: string) {
  const folder = new ConfigFolder();
  const text = readFileSync(folder.file('vendors/luzon.yaml'), 'utf8')
    .replace('vendor: luzon', `vendor: ${slug}`)
    .replace(/region: us-east-1/, 'region: ap-southeast-2')
    .replaceAll('m-58d7b2', 'm-58d7b2000000');
  return folder.drop('vendors/luzon.yaml').write(`vendors/${slug}.yaml`, text);
}
const tooLong = (slug: string) =>
  withSlug(slug)
    .problems()
    .filter(({ code }) => code === 'CFG-NAME-TOO-LONG');

test('a bucket name of 63 characters fits, the privileged zone included', () => {
  expect(tooLong('luzonabcdefghi')).toEqual([]);
});

test('one of 64 is refused, although the matter needs no privileged zone today', () => {
  expect(tooLong('luzonabcdefghij')).toEqual([
    expect.objectContaining({
      got: 'bucket lpo-luzonabcdefghij-m-58d7b2000000-p-200000000002-ap-southeast-2, 64 characters',
      where: expect.objectContaining({ line: 45 }),
    }),
  ]);
});
