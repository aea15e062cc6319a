// Counts what CDK's own CloudFormation validation does while N vendors are synthesized in one app.
import { CloudFormationValidatePlugin } from 'aws-cdk-lib';
import { loadConfig } from '../../lib/config/load-config.ts';
import { buildApp } from '../../lib/operations/synthesis/build-app.ts';
import { asOf, manyVendors } from '../example-configs.ts';

const [outdir, count = '1'] = process.argv.slice(2);
const validate = CloudFormationValidatePlugin.prototype.validate;
let [calls, templates, cpuMs] = [0, 0, 0];
CloudFormationValidatePlugin.prototype.validate = function (this: CloudFormationValidatePlugin, context) {
  const before = process.cpuUsage();
  const report = validate.call(this, context);
  const { user, system } = process.cpuUsage(before);
  cpuMs += (user + system) / 1000;
  calls += 1;
  templates += context.templatePaths.length;
  return report;
};
const config = manyVendors(loadConfig('config'), Number(count));
buildApp(config, { asOf, outdir }).synth();
process.stdout.write(JSON.stringify({ calls, templates, cpuMs, usage: process.resourceUsage() }));
