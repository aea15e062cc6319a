// Every statement about every vendor of an assembly. `count` vendors only, where given.

import { proveAssembly } from '../../policies/proofs/prove-assembly.ts';
import { countVerdicts } from '../../policies/proofs/report/conclusion.ts';
import { readAssembly } from '../../policies/template/read-assembly.ts';

const [directory = '', count] = process.argv.slice(2);
const assembly = readAssembly(directory);
const stages = [...new Set(assembly.stacks.map(({ id }) => id.split('/')[0] ?? ''))].sort();
const vendors = stages.filter((stage) => stage !== 'organization').slice(0, Number(count ?? stages.length));
const stacks = assembly.stacks.filter(({ id }) => vendors.includes(id.split('/')[0] ?? ''));
const before = process.cpuUsage();
const start = performance.now();
const report = proveAssembly({ ...assembly, stacks });
const { user, system } = process.cpuUsage(before);
process.stdout.write(
  JSON.stringify({
    vendors: vendors.length,
    ...countVerdicts(report.results),
    failures: report.failures.length,
    proveWallMs: performance.now() - start,
    proveCpuMs: (user + system) / 1000,
    usage: process.resourceUsage(),
  }),
);
