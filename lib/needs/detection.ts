import type { Organization } from '../config/organization-schema.ts';
import type { Matter } from '../config/vendor-schema.ts';
import { classesOf } from '../profile/classes-of.ts';
import { identifiersFor } from '../profile/data-identifiers.ts';
import { each, type Resources, sum } from './need.ts';

/** Eleven tripwires on events, and the record of restores. */
const eventRules = 12;
/** Tripwires on the log of the trail, and those on other logs. */
const logTripwires = { onTheTrail: 9, elsewhere: 4 };

type Managed = Organization['managedByOrganization'];

const threatDetection = each(1, ['AWS::GuardDuty::Detector']);
const securityHub = { 'AWS::SecurityHub::Hub': 1, 'AWS::SecurityHub::Standard': 2 };
const analyzers = { 'AWS::AccessAnalyzer::Analyzer': 2 };

/** The `Detection` stack of a vendor: what the organization does not run for it. */
export function detectionResources(managed: Managed, matters: readonly Matter[]): Resources {
  const classes = new Set(matters.flatMap(classesOf));
  const tripwires = logTripwires.elsewhere + (managed.trail ? 0 : logTripwires.onTheTrail);
  return sum(
    analyzers,
    { 'AWS::Events::Rule': eventRules },
    each(tripwires, ['AWS::Logs::MetricFilter', 'AWS::CloudWatch::Alarm']),
    managed.guardDuty ? {} : threatDetection,
    managed.securityHub ? {} : securityHub,
    managed.macie
      ? {}
      : { 'AWS::Macie::Session': 1, 'AWS::Macie::CustomDataIdentifier': identifiersFor(classes).length },
    managed.config
      ? {}
      : each(1, [
          'AWS::IAM::ServiceLinkedRole',
          'AWS::Config::ConfigurationRecorder',
          'AWS::Config::DeliveryChannel',
          'AWS::Config::ConformancePack',
        ]),
  );
}

/** Detection in the security account, in one Region. */
export const organizationDetectionResources = (managed: Managed): Resources =>
  sum(analyzers, managed.guardDuty ? {} : threatDetection, managed.securityHub ? {} : securityHub);
