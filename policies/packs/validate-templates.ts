import { CloudFormationValidatePlugin } from 'aws-cdk-lib';
import type { Finding, StackPlace } from '../../lib/model/finding.ts';
import type { StackTemplate } from '../template/assembly.ts';
import { pathOf } from '../template/template-facts.ts';

/**
 * CloudFormation's own validation (cfn-lint's successor) over the template files, once for all of them: the
 * engine costs seconds to start and a tenth of a second a template.
 *
 * Templates are read from their files again, so what is validated is what lies on disk.
 */
export function validateTemplates(stacks: readonly StackTemplate[]): Finding<StackPlace>[] {
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
    violatingResources.map(({ resourceLogicalId, templatePath, locations }): Finding<StackPlace> => {
      const stack = stacks.find(({ file }) => file === templatePath);
      const constructPath = resourceLogicalId && stack ? pathOf(stack, resourceLogicalId) : undefined;
      return {
        source: 'CloudFormation',
        code: ruleName,
        title: 'CloudFormation validation',
        severity: severity === 'error' ? 'high' : 'medium',
        where: {
          stack: stack?.id ?? 'unknown',
          ...(templatePath ? { file: templatePath } : {}),
          ...(resourceLogicalId ? { logicalId: resourceLogicalId } : {}),
          ...(constructPath ? { constructPath } : {}),
          ...(locations[0] ? { property: locations[0] } : {}),
        },
        got: description,
        expected: 'a template that CloudFormation accepts',
        fix: fix ?? 'see the rule in the CloudFormation validation reference',
      };
    }),
  );
}
