import { asText } from '../../lib/model/as-text.ts';
import type { Artifact } from '../template/assembly-folder.ts';

/** Account and Region that a stack of a manifest goes to; placeholders where only the deployment tells. */
export function placeOfArtifact({ value }: Artifact): { readonly account: string; readonly region: string } {
  const [, account = '', region = ''] = /^aws:\/\/([^/]+)\/(.+)$/.exec(asText(value.environment ?? '')) ?? [];
  return {
    account: account.startsWith('unknown') ? `\${AWS::AccountId}` : account,
    region: region.startsWith('unknown') ? `\${AWS::Region}` : region,
  };
}
