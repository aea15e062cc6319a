import type { Config } from '../config/config.ts';
import type { Vendor } from '../config/vendor-schema.ts';
import type { YamlFile } from '../config/yaml-file.ts';
import type { FilePlace, Finding } from '../model/finding.ts';
import type { HitFile } from './hit.ts';
import type { RuleHit } from './rule-hit.ts';

/** A hit as a finding, with its place in the file. */
export const locateFinding = (
  config: Config,
  vendor: Vendor,
  { rule, hit, severity }: RuleHit,
): Finding<FilePlace> => ({
  code: rule.id,
  title: rule.title,
  severity,
  source: 'Gate',
  waivable: hit.waivable ?? rule.waivable,
  vendor: vendor.vendor,
  ...(hit.matter === undefined ? {} : { matter: hit.matter }),
  where: fileOf(config, vendor, hit.file).place(hit.path),
  got: hit.got,
  expected: hit.expected,
  fix: hit.fix,
  authority: hit.source ?? rule.source,
});

function fileOf({ files }: Config, vendor: Vendor, file: HitFile | undefined): YamlFile {
  const found =
    file === undefined
      ? files.vendors.get(vendor.vendor)
      : typeof file !== 'object'
        ? files[file]
        : 'law' in file
          ? files.law.get(file.law)
          : files.quotas.get(file.quotas);
  if (!found) throw new Error(`no file for a finding about ${vendor.vendor}`);
  return found;
}
