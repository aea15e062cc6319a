/** Limits of every proof. Printed with every report. */
export const limits: readonly string[] = [
  'A proof is about our reading of AWS semantics over these templates: one request, fixed policies.',
  'Not covered: grants, policies and tags made at run time; drift; anything attached outside the templates.',
  'Not covered: presigned URLs and sessions already handed out, DNS tunnelling, a photographed screen.',
  'Not covered: other templates that the deployment role makes true; what it can change at the most is proved.',
  'MFA is what the identity provider asserts as a session tag; whether that can be trusted is not proved.',
  'Roles outside the templates are taken to be allowed everything by their own policies, the worst case.',
  'FullAWSAccess is taken to be attached; control policies count where they name the account itself.',
];
