import { CfnConformancePack } from 'aws-cdk-lib/aws-config';
import { Construct } from 'constructs';
import { type ConfigRule, configRules } from '../../model/config-rules.ts';

/** The rules of the catalogue as one conformance pack: one place to look for drift, by control. */
export class ConformancePack extends Construct {
  readonly pack: CfnConformancePack;

  constructor(scope: Construct, id: string, props: { readonly vendor: string }) {
    super(scope, id);
    this.pack = new CfnConformancePack(this, 'Resource', {
      conformancePackName: `lpo-${props.vendor}`,
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
      ConfigRuleName: `lpo-${identifier.toLowerCase().replaceAll('_', '-')}`,
      Description: `Watches ${controls.join(', ')}`,
      ...(parameters ? { InputParameters: parameters } : {}),
      Source: { Owner: 'AWS', SourceIdentifier: identifier },
    },
  },
];
