import type { AssemblyView, Placed } from '../template/assembly-view.ts';
import { covers } from '../template/glob.ts';

/** Selections of AWS Backup that name a bucket, and the plans they belong to. */
export function coveringSelections(view: AssemblyView, bucket: Placed): Placed[] {
  const name = bucket.resource.text('BucketName');
  return view.ofType('AWS::Backup::BackupSelection').filter(
    ({ stack, resource }) =>
      resource.text('BackupSelection.IamRoleArn') !== undefined &&
      resource.list('BackupSelection.Resources').some((value, index) => {
        const arn = resource.text(`BackupSelection.Resources.${index}`) ?? '';
        return (
          view.target(value, stack) === bucket ||
          (name !== undefined && covers(arn, `arn:aws:s3:::${name}`) && arn !== '*')
        );
      }),
  );
}

export const coveringPlans = (view: AssemblyView, bucket: Placed): Placed[] =>
  coveringSelections(view, bucket).flatMap(
    ({ stack, resource }) => view.target(resource.get('BackupPlanId'), stack) ?? [],
  );
