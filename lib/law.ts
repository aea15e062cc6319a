// The public interface of the law: jurisdictions, where each Region lies, deny lists, and answers to questions.

export { loadLaw } from './config/load-law.ts';
export { type DenyLists, denyListsSchema } from './law/deny-lists-schema.ts';
export { type Jurisdiction, jurisdictionSchema } from './law/jurisdiction-schema.ts';
export { type Adequate, type Law, LawIndex, type MatterPlaces } from './law/law-index.ts';
export { type RegionTable, regionsSchema } from './law/regions-schema.ts';
