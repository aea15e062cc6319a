import { App } from 'aws-cdk-lib';
import { DISABLE_CREATION_STACK_TRACES } from 'aws-cdk-lib/cx-api';
import { featureFlags } from '../../lib/config/feature-flags.ts';

/** An app with the feature flags of `cdk.json`, as `lpo` starts it. */
export const app = (): App =>
  new App({ context: { ...featureFlags(), [DISABLE_CREATION_STACK_TRACES]: true } });
