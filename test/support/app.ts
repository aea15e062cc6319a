import { App } from 'aws-cdk-lib';
import { featureFlags } from '../../lib/config/feature-flags.ts';

/** An app with the feature flags of `cdk.json`, as the CLI would start it. */
export const app = (): App => new App({ context: featureFlags() });
