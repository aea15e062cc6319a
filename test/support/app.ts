import { App } from 'aws-cdk-lib';
import { cdkContext } from '../../lib/config/cdk-context.ts';

/** An app with the feature flags of `cdk.json`, as the CLI would start it. */
export const app = (): App => new App({ context: cdkContext() });
