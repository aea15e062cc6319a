import { CloudFormationValidatePlugin } from 'aws-cdk-lib';
import type { Finding } from '../catalogue/finding.ts';
import type { StackTemplate } from '../template/assembly.ts';

/**
 * CloudFormation's own validation (cfn-lint's successor) over the template files, once for all of them: the
 * engine costs seconds to start and a tenth of a second a template.
 *
 * Templates are read from their files again, so what is validated is what lies on disk.
 */
export function validateTemplates(stacks: readonly StackTemplate[]): Finding[] {
  const plugin = new CloudFormationValidatePlugin();
  const report = plugin.validate({
    stackTemplates: stacks.map(({ id, file, account, region }) => ({
      stackConstructPath: id,
      templatePath: file,
      accountId: account,
      region,
    })),
    templatePaths: stacks.map(({ file }) => file),
    appConstruct: undefined as never,
  });
  return report.violations.flatMap(({ ruleName, description, severity, fix, violatingResources }) =>
    violatingResources.map(({ resourceLogicalId, templatePath, locations }): Finding => {
      const stack = stacks.find(({ file }) => file === templatePath);
      const constructPath = resourceLogicalId ? stack?.constructPaths[resourceLogicalId] : undefined;
      return {
        source: 'CloudFormation',
        rule: ruleName,
        control: ruleName,
        title: 'CloudFormation validation',
        severity: severity === 'error' ? 'high' : 'medium',
        stack: stack?.id ?? 'unknown',
        file: templatePath ?? '',
        ...(resourceLogicalId ? { logicalId: resourceLogicalId } : {}),
        ...(constructPath ? { constructPath } : {}),
        property: locations[0] ?? '-',
        got: description,
        expected: 'a template that CloudFormation accepts',
        fix: fix ?? 'see the rule in the CloudFormation validation reference',
      };
    }),
  );
}
