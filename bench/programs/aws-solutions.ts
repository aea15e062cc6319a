// The same app with one pack: what cdk-nag's AwsSolutions costs on top of synthesis without any check.
import { Validations } from 'aws-cdk-lib';
import { loadConfig } from '../../lib/config/load-config.ts';
import { buildApp } from '../../lib/operations/synthesis/build-app.ts';
import { AwsSolutions } from '../../policies/packs/packs.ts';
import { asOf } from '../example-configs.ts';

const [outdir] = process.argv.slice(2);
const app = buildApp(loadConfig('config'), { outdir, asOf });
const pack = new AwsSolutions();
Validations.of(app).addPlugins(pack);
app.synth();
process.stdout.write(JSON.stringify({ evaluations: pack.evaluations, usage: process.resourceUsage() }));
