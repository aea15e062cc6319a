import { App } from 'aws-cdk-lib';
import { cdkContext } from '../lib/config/cdk-context';
import { loadConfig } from '../lib/config/load-config';
import { addStages } from '../lib/stacks/closed-room';

const app = new App({ context: cdkContext() });
const config = loadConfig(app.node.tryGetContext('config') ?? 'config');
addStages(app, config);
app.synth();
