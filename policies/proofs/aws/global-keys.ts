/** Sender of a request and the way it takes, as far as global keys differ by it. */
export interface Sender {
  /** A role of the templates, the deployment, an identity that no template makes, a service, or none of these. */
  readonly kind: 'role' | 'deployment' | 'staff' | 'service' | 'other';
  /** Over an endpoint of the workspace, on behalf of the principal by another service, or straight. */
  readonly way: 'endpoint' | 'forwarded' | 'direct';
}

type Shown = (sender: Sender) => boolean;

const always: Shown = () => true;
const never: Shown = () => false;
const byServices: Shown = ({ kind }) => kind === 'service';
const byRoles: Shown = ({ kind }) => kind === 'role';
const byStaff: Shown = ({ kind }) => kind === 'staff';
const byIdentities: Shown = ({ kind }) => kind === 'role' || kind === 'staff' || kind === 'deployment';
const onBehalf: Shown = ({ way }) => way === 'forwarded';
const overEndpoints: Shown = ({ way }) => way === 'endpoint';

/**
 * Senders that may show a key whatever they ask for, by key or by the beginning of one, lower case. Where nothing is
 * written a key may be shown. What the facts of a case or its demand settle never comes here.
 *
 * Source: IAM User Guide, "AWS global condition context keys", section "Availability" of each, and "Available keys for AWS
 * STS"; Lambda Developer Guide, "Using source function ARN to control function access behavior". Read 2026-11-28.
 */
const shown: Readonly<Record<string, Shown>> = {
  'aws:currenttime': always,
  'aws:epochtime': always,
  'aws:principaltype': always,
  'aws:tokenissuetime': always,
  'aws:useragent': always,
  'aws:userid': always,
  'aws:resourceorgpaths': always,
  'aws:principalorgpaths': byIdentities,
  'aws:federatedprovider': byRoles,
  'aws:multifactorauthage': byIdentities,
  'aws:multifactorauthpresent': byIdentities,
  // IAM users have a name; the firm's own identity provider may give its staff tags and a source identity.
  'aws:username': byStaff,
  'aws:sourceidentity': byStaff,
  'aws:principaltag/': byStaff,
  'aws:principalservicenameslist': byServices,
  'aws:sourceaccount': byServices,
  'aws:sourcearn': byServices,
  'aws:sourceorgid': byServices,
  'aws:sourceorgpaths': byServices,
  'aws:calledvia': onBehalf,
  'aws:calledviafirst': onBehalf,
  'aws:calledvialast': onBehalf,
  'aws:sourceip': ({ kind, way }) => kind === 'service' || way === 'forwarded',
  'aws:vpcsourceip': overEndpoints,
  'aws:vpceorgpaths': overEndpoints,
  // The way of a case states them; on another way there is no endpoint of anybody's.
  'aws:sourcevpc': never,
  'aws:sourcevpce': never,
  'aws:vpceaccount': never,
  'aws:vpceorgid': never,
  // Neither the CLI nor the SDK sends one.
  'aws:referer': never,
  // Sessions of EC2 instances, of root of a member account, of chat, and calls of MCP servers: none of them works here.
  'aws:assumedroot': never,
  'aws:calledviaawsmcp': never,
  'aws:chatbotsourcearn': never,
  'aws:ec2instancesourceprivateipv4': never,
  'aws:ec2instancesourcevpc': never,
  'aws:viaawsmcpservice': never,
  // These depend on action and resource, and come from the data about them.
  'aws:requesttag/': never,
  'aws:resourcetag/': never,
  'aws:tagkeys': never,
  // A session that SAML opened keeps who it is about.
  'saml:namequalifier': byRoles,
  'saml:sub': byRoles,
  'saml:sub_type': byRoles,
  'lambda:sourcefunctionarn': ({ kind, way }) => kind === 'role' && way !== 'endpoint',
};

/** True where a request of the sender may show a key, whatever its action is. A key of a service comes with its actions alone. */
export function mayShowGlobal(key: string, sender: Sender): boolean {
  const known = shown[key] ?? shown[key.slice(0, key.indexOf('/') + 1)];
  return known === undefined ? key.startsWith('aws:') : known(sender);
}
