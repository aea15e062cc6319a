import { namedIn, readArn } from '../template/arn.ts';
import type { AssemblyView, Placed } from '../template/assembly-view.ts';

/** True where a property names a log group or a bucket of this assembly, by reference or by a literal ARN. */
export function logsToDefinedDestination(
  view: AssemblyView,
  { stack, resource }: Placed,
  property: string,
): boolean {
  if (view.target(resource.get(property), stack)) return true;
  const text = resource.text(property) ?? '';
  const named = namedIn(text, 'logs', 'log-group');
  if (named)
    return view
      .ofType('AWS::Logs::LogGroup')
      .some(
        (group) =>
          group.stack.account === named.account &&
          group.resource.text('LogGroupName') === named.name.replace(/:\*$/, ''),
      );
  const { service, resource: path } = readArn(text) ?? {};
  const bucket = path?.split('/')[0];
  return (
    service === 's3' &&
    view.ofType('AWS::S3::Bucket').some((one) => one.resource.text('BucketName') === bucket)
  );
}
