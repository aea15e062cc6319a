// The same app with one pack: what cdk-nag's AwsSolutions costs on top of synthesis without any check.
import { Validations } from 'aws-cdk-lib';
import { buildApp } from '../../bin/build-app';
import { loadConfig } from '../../lib/config/load-config';
import { AwsSolutions } from '../../policies/nag/packs';
import { asOf } from '../example-configs';

const [outdir] = process.argv.slice(2);
const { app } = buildApp(loadConfig('config'), { outdir, nag: false, asOf });
const pack = new AwsSolutions();
Validations.of(app).addPlugins(pack);
app.synth();
process.stdout.write(JSON.stringify({ evaluations: pack.evaluations, usage: process.resourceUsage() }));
