import type { Handlers } from './handler-permissions.ts';

const ec2 = 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html';
const resolver =
  'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonroute53resolver.html';

/** Types whose resource schema publishes no handlers: what their operations need, by hand, each with its page. */
export const unpublishedHandlers: Readonly<Record<string, Handlers & { readonly source: string }>> = {
  'AWS::Config::ConfigurationRecorder': {
    create: ['config:PutConfigurationRecorder', 'config:StartConfigurationRecorder', 'iam:PassRole'],
    read: ['config:DescribeConfigurationRecorders'],
    delete: ['config:DeleteConfigurationRecorder', 'config:StopConfigurationRecorder'],
    source: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsconfig.html',
  },
  'AWS::Config::DeliveryChannel': {
    create: ['config:PutDeliveryChannel'],
    read: ['config:DescribeDeliveryChannels'],
    delete: ['config:DeleteDeliveryChannel'],
    source: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsconfig.html',
  },
  'AWS::EC2::ClientVpnAuthorizationRule': {
    create: ['ec2:AuthorizeClientVpnIngress'],
    read: ['ec2:DescribeClientVpnAuthorizationRules'],
    delete: ['ec2:RevokeClientVpnIngress'],
    source: ec2,
  },
  'AWS::EC2::ClientVpnEndpoint': {
    // The certificates are looked at, and security groups are applied to each association.
    create: [
      'acm:DescribeCertificate',
      'ec2:ApplySecurityGroupsToClientVpnTargetNetwork',
      'ec2:CreateClientVpnEndpoint',
      'ec2:CreateTags',
    ],
    read: ['ec2:DescribeClientVpnEndpoints'],
    update: ['ec2:ModifyClientVpnEndpoint'],
    delete: ['ec2:DeleteClientVpnEndpoint'],
    source: ec2,
  },
  'AWS::EC2::ClientVpnTargetNetworkAssociation': {
    create: ['ec2:AssociateClientVpnTargetNetwork'],
    read: ['ec2:DescribeClientVpnTargetNetworks'],
    delete: ['ec2:DisassociateClientVpnTargetNetwork'],
    source: ec2,
  },
  'AWS::EC2::NetworkAclEntry': {
    create: ['ec2:CreateNetworkAclEntry'],
    read: ['ec2:DescribeNetworkAcls'],
    update: ['ec2:ReplaceNetworkAclEntry'],
    delete: ['ec2:DeleteNetworkAclEntry'],
    source: ec2,
  },
  'AWS::IAM::ServiceLinkedRole': {
    create: ['iam:CreateServiceLinkedRole', 'iam:GetRole'],
    read: ['iam:GetRole'],
    delete: ['iam:DeleteServiceLinkedRole', 'iam:GetServiceLinkedRoleDeletionStatus', 'iam:GetRole'],
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html',
  },
  'AWS::SecurityHub::Standard': {
    create: ['securityhub:BatchEnableStandards', 'securityhub:GetEnabledStandards'],
    read: ['securityhub:GetEnabledStandards', 'securityhub:DescribeStandardsControls'],
    update: ['securityhub:GetEnabledStandards', 'securityhub:UpdateStandardsControl'],
    delete: ['securityhub:BatchDisableStandards', 'securityhub:GetEnabledStandards'],
    source: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecurityhub.html',
  },
  'AWS::Route53Resolver::FirewallConfig': {
    create: ['route53resolver:UpdateFirewallConfig'],
    read: ['route53resolver:GetFirewallConfig'],
    update: ['route53resolver:UpdateFirewallConfig'],
    delete: ['route53resolver:UpdateFirewallConfig'],
    source: resolver,
  },
  'AWS::SNS::TopicPolicy': {
    create: ['sns:SetTopicAttributes'],
    update: ['sns:SetTopicAttributes'],
    delete: ['sns:SetTopicAttributes'],
    source: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsns.html',
  },
  // A custom resource is a call of the function that its ServiceToken names.
  'Custom::VpcRestrictDefaultSG': {
    create: ['lambda:InvokeFunction'],
    update: ['lambda:InvokeFunction'],
    delete: ['lambda:InvokeFunction'],
    source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/crpg-ref.html',
  },
};

/**
 * Actions that a type's operations need beside those that its schema names, by the property that asks for them, each with
 * its page.
 */
export const furtherActions: Readonly<
  Record<string, Readonly<Record<string, { readonly actions: readonly string[]; readonly source: string }>>>
> = {
  'AWS::EC2::VPCEndpoint': {
    // Dependent action of ec2:CreateVpcEndpoint.
    'PrivateDnsEnabled=true': { actions: ['route53:AssociateVPCWithHostedZone'], source: ec2 },
  },
  'AWS::Logs::LogGroup': {
    DeletionProtectionEnabled: {
      actions: ['logs:PutLogGroupDeletionProtection'],
      source:
        'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudwatchlogs.html',
    },
  },
  'AWS::StepFunctions::StateMachine': {
    DefinitionString: {
      actions: ['states:ValidateStateMachineDefinition'],
      source: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsstepfunctions.html',
    },
  },
};
