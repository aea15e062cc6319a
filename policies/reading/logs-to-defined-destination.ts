import type { AssemblyView, Placed } from '../template/assembly-view.ts';

/** True where a property names a log group or a bucket of this assembly, by reference or by a literal ARN. */
export function logsToDefinedDestination(
  view: AssemblyView,
  { stack, resource }: Placed,
  property: string,
): boolean {
  if (view.target(resource.get(property), stack)) return true;
  const [, , service, , account, ...rest] = resource.text(property)?.split(':') ?? [];
  if (service === 'logs')
    return view
      .ofType('AWS::Logs::LogGroup')
      .some((group) => group.stack.account === account && group.resource.text('LogGroupName') === rest[1]);
  const bucket = rest.join(':').split('/')[0];
  return (
    service === 's3' &&
    view.ofType('AWS::S3::Bucket').some((one) => one.resource.text('BucketName') === bucket)
  );
}
