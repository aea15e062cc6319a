import { CfnConformancePack } from 'aws-cdk-lib/aws-config';
import { Construct } from 'constructs';
import { type ConfigRule, configRules } from '../../model/config-rules.ts';
import { configRuleName, conformancePackName } from '../../model/names.ts';

/** The rules of the catalogue as one conformance pack: one place to look for drift, by control. */
export class ConformancePack extends Construct {
  readonly pack: CfnConformancePack;

  constructor(scope: Construct, id: string, props: { readonly vendor: string }) {
    super(scope, id);
    this.pack = new CfnConformancePack(this, 'Resource', {
      conformancePackName: conformancePackName(props.vendor),
      // JSON is YAML: no emitter, no surprise.
      templateBody: JSON.stringify({ Resources: Object.fromEntries(configRules.map(resource)) }),
    });
  }
}

const resource = ({ identifier, controls, parameters }: ConfigRule) => [
  identifier.replace(/_/g, ''),
  {
    Type: 'AWS::Config::ConfigRule',
    Properties: {
      ConfigRuleName: configRuleName(identifier),
      Description: `Watches ${controls.join(', ')}`,
      ...(parameters ? { InputParameters: parameters } : {}),
      Source: { Owner: 'AWS', SourceIdentifier: identifier },
    },
  },
];
