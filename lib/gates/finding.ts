import type { Config } from '../config/config.ts';
import type { Waiver } from '../config/records/vendor-records-schema.ts';
import type { Vendor } from '../config/vendor-schema.ts';
import type { YamlFile } from '../config/yaml-file.ts';
import type { HitFile, Severity, Source } from './hit.ts';
import type { RuleHit } from './rule-hit.ts';

/** A place where a gate is not met, ready to be printed. */
export interface Finding {
  readonly rule: string;
  readonly title: string;
  readonly severity: Severity;
  readonly waivable: boolean;
  readonly vendor: string;
  readonly matter?: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly got: string;
  readonly expected: string;
  readonly fix: string;
  readonly source: Source;
  readonly waiver?: Waiver;
}

export function locateFinding(
  config: Config,
  vendor: Vendor,
  { rule, hit, severity, waiver }: RuleHit,
): Finding {
  const file = fileOf(config, vendor, hit.file);
  return {
    rule: rule.id,
    title: rule.title,
    severity,
    waivable: hit.waivable ?? rule.waivable,
    vendor: vendor.vendor,
    ...(hit.matter === undefined ? {} : { matter: hit.matter }),
    file: file.file,
    ...file.position(hit.path),
    got: hit.got,
    expected: hit.expected,
    fix: hit.fix,
    source: hit.source ?? rule.source,
    ...(waiver === undefined ? {} : { waiver }),
  };
}

function fileOf({ files }: Config, vendor: Vendor, file: HitFile | undefined): YamlFile {
  const found =
    file === undefined
      ? files.vendors.get(vendor.vendor)
      : typeof file === 'object'
        ? files.law.get(file.law)
        : files[file];
  if (!found) throw new Error(`no file for a finding about ${vendor.vendor}`);
  return found;
}
