import { dataClasses, matterTypes } from '../../model/engagement.ts';
import type { Question } from './question.ts';

/** Questions for what a vendor file cannot do without. @param asOf YYYY-MM-DD; a year later is proposed as the end */
export const vendorQuestions = (asOf: string) =>
  ({
    vendor: { text: 'Opaque slug of the vendor, 3 to 16 lower-case letters and digits' },
    legalName: { text: 'Legal name (a check keeps it out of every template)' },
    account: { text: 'AWS account of this vendor alone, twelve digits' },
    owner: { text: 'Team of the firm that owns the workspace, as a slug' },
    region: { text: 'Region where the data is stored, such as eu-west-2' },
    recoveryRegion: { text: 'Recovery region in the same jurisdiction, or none', proposal: 'none' },
    matterType: { text: `Type of the first matter: ${matterTypes.join(', ')}` },
    dataClasses: { text: `Classes of data, with commas: ${dataClasses.join(', ')}` },
    origins: { text: 'Where the data comes from, with commas, such as GB or US-NY' },
    accessCountries: { text: 'Where people look at it, with commas, such as IN,GB' },
    closeDate: {
      text: 'Day the matter is expected to close',
      proposal: `${Number(asOf.slice(0, 4)) + 1}${asOf.slice(4, 8)}28`,
    },
    retentionDays: { text: 'Days every object version is kept', proposal: '1827' },
  }) satisfies Readonly<Record<string, Question>>;
