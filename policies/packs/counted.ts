import type { IApplyRule, NagPack } from 'cdk-nag';

// biome-ignore lint/suspicious/noExplicitAny: TypeScript wants any[] for a mixin's constructor.
type PackClass = abstract new (...args: any[]) => NagPack;

/** A pack that counts how often it asked a rule about a resource: a pack that looked at nothing shows. */
export function counted<Pack extends PackClass>(pack: Pack) {
  abstract class Counted extends pack {
    /** Rules asked, summed over resources. */
    evaluations = 0;

    protected override applyRule(params: IApplyRule): void {
      this.evaluations += 1;
      super.applyRule(params);
    }
  }
  return Counted;
}
