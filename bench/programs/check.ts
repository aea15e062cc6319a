// Arguments: `solutions`, `check` or `validated`, and the folder of an assembly. From the files on disk to the
// verdict, in a process that does nothing else: cdk-nag's AwsSolutions pack alone, or `lpo check`. `judged` leaves
// out what either spends on starting Node and loading its modules.
const [what = 'check', folder = ''] = process.argv.slice(2);

void (what === 'solutions' ? solutions() : check());

/** A program somebody would write around the pack: read the templates, make constructs of them, run it. */
async function solutions(): Promise<void> {
  const [{ readAssembly }, { includeStacks }, { evaluatePack }, { AwsSolutions }] = await Promise.all([
    import('../../policies/template/read-assembly.ts'),
    import('../../policies/template/include-stacks.ts'),
    import('../../policies/packs/evaluate-pack.ts'),
    import('../../policies/packs/packs.ts'),
  ]);
  const loaded = cpu();
  const { stacks } = readAssembly(folder);
  evaluatePack(includeStacks(stacks), new AwsSolutions());
  say(cpu() - loaded, stacks.length, [{ source: 'AwsSolutions', milliseconds: cpu() - loaded }]);
}

async function check(): Promise<void> {
  const [{ readAssembly }, { evaluate }, { asOf }] = await Promise.all([
    import('../../policies/template/read-assembly.ts'),
    import('../../policies/pipeline.ts'),
    import('../example-configs.ts'),
  ]);
  const loaded = cpu();
  const assembly = readAssembly(folder);
  const { runs } = evaluate(assembly, { asOf, cloudFormation: what === 'validated', clock: cpu });
  say(cpu() - loaded, assembly.stacks.length, runs);
}

function say(
  judged: number,
  stacks: number,
  runs: readonly { source: string; milliseconds: number }[],
): void {
  process.stdout.write(JSON.stringify({ judged, stacks, runs, usage: process.resourceUsage() }));
}

/** Processor time of this process in milliseconds: what else runs on the machine does not count. */
function cpu(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
