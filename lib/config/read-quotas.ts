import { join, relative } from 'node:path';
import type { Finding } from '../model/finding.ts';
import { type ServiceQuotas, serviceQuotasSchema } from '../quotas/quotas-schema.ts';
import type { Located } from './load-yaml.ts';
import { by, readFolder } from './read-folder.ts';

/** Seen from the working directory, as `readLaw` sees the law. */
const shippedQuotas = relative(process.cwd(), join(import.meta.dirname, '..', 'quotas')) || '.';

/** Quotas of AWS as they are shipped, sorted by service. */
export const readQuotas = (problems: Finding[], folder = shippedQuotas): readonly Located<ServiceQuotas>[] =>
  readFolder(folder, 'services', 'service', serviceQuotasSchema, problems).sort(by(({ service }) => service));
