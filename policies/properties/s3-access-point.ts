import { closed } from '../authoring/shapes/closed.ts';
import { judgedBy } from '../authoring/shapes/judged-by.ts';
import { made } from '../authoring/shapes/made.ts';
import type { PropertyLists } from '../authoring/shapes/shape.ts';
import { tags } from '../authoring/shapes/tags.ts';

const isPrivate = judgedBy('LPO-DAT-02/access-point-is-private');

export const properties: PropertyLists = {
  'AWS::S3::AccessPoint': {
    Bucket: made('AWS::S3::Bucket'),
    Name: judgedBy('LPO-GOV-01/names-are-opaque'),
    Policy: judgedBy('LPO-COI-02/access-point-names-its-roles', 'documents-are-read-by-their-matter-alone'),
    PublicAccessBlockConfiguration: closed({
      BlockPublicAcls: isPrivate,
      BlockPublicPolicy: isPrivate,
      IgnorePublicAcls: isPrivate,
      RestrictPublicBuckets: isPrivate,
    }),
    Tags: tags,
    VpcConfiguration: closed({ VpcId: made('AWS::EC2::VPC') }),
  },
};
