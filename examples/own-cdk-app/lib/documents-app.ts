import { App } from 'aws-cdk-lib';
import { featureFlags } from 'closed-room';
import { MatterStack } from './matter-stack.ts';
import { WorkspaceStack } from './workspace-stack.ts';

const env = { account: '111122223333', region: 'eu-west-2' };
const vendor = 'meridian';
const matter = 'm-7f3a9c';

/** The app, for the CDK CLI and for the tests. */
export class DocumentsApp extends App {
  readonly matter: MatterStack;

  constructor(outdir?: string) {
    super({ context: featureFlags(), ...(outdir && { outdir }) });
    const workspace = new WorkspaceStack(this, 'Workspace', {
      env,
      terminationProtection: true,
      vendor,
      matters: [matter],
      organizationId: 'o-a1b2c3d4e5',
      deployRole: `cdk-hnb659fds-cfn-exec-role-${env.account}-${env.region}`,
      logArchiveAccount: '444455556666',
    });
    this.matter = new MatterStack(this, 'Matter', {
      env,
      terminationProtection: true,
      vendor,
      matter,
      closeDate: '2027-06-30',
      network: workspace.network,
      samlProvider: 'firm-access',
      backupAccount: '777788889999',
    });
    this.matter.addStackDependency(workspace);
  }
}
