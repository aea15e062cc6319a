/** Roles that a resource is given, and the service that CloudFormation then passes them to. */
interface PassedRole {
  /** Properties that hold the ARN, from the outermost; a list is taken one by one. */
  readonly path: readonly string[];
  readonly service: string;
}

/** Source: Service Authorization Reference, `iam:PassedToService` of the actions that take a role. */
export const passedRoles: Readonly<Record<string, PassedRole>> = {
  'AWS::Backup::BackupSelection': {
    path: ['BackupSelection', 'IamRoleArn'],
    service: 'backup.amazonaws.com',
  },
  'AWS::Backup::RestoreTestingSelection': {
    path: ['IamRoleArn'],
    service: 'restore-testing.backup.amazonaws.com',
  },
  'AWS::CloudTrail::Trail': { path: ['CloudWatchLogsRoleArn'], service: 'cloudtrail.amazonaws.com' },
  'AWS::Config::ConfigurationRecorder': { path: ['RoleARN'], service: 'config.amazonaws.com' },
  'AWS::EC2::FlowLog': { path: ['DeliverLogsPermissionArn'], service: 'vpc-flow-logs.amazonaws.com' },
  'AWS::Events::Rule': { path: ['Targets', 'RoleArn'], service: 'events.amazonaws.com' },
  'AWS::GuardDuty::MalwareProtectionPlan': {
    path: ['Role'],
    service: 'malware-protection-plan.guardduty.amazonaws.com',
  },
  'AWS::Lambda::Function': { path: ['Role'], service: 'lambda.amazonaws.com' },
  'AWS::StepFunctions::StateMachine': { path: ['RoleArn'], service: 'states.amazonaws.com' },
};
