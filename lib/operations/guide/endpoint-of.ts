import { aws, only } from './commands.ts';
import type { FirstDeployment } from './first-deployment.ts';
import { captured } from './shell-command.ts';

/** Command that asks for the id of the VPN endpoint; its variable is `endpoint`. */
export function endpointOf({ accounts, home, stacks, vendor }: FirstDeployment): string {
  const stack = stacks.find(({ id }) => id === `${vendor.vendor}/Vpn`)?.name;
  if (stack === undefined) throw new Error(`${vendor.vendor}: got no stack of a VPN, expected one.`);
  const query = "StackResources[?ResourceType=='AWS::EC2::ClientVpnEndpoint'].PhysicalResourceId";
  return captured(
    'endpoint',
    aws(
      accounts.vendor,
      home.region,
    )`cloudformation describe-stack-resources --stack-name ${stack} ${only(query)}`,
  );
}
