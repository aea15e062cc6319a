import type { IApplyRule, NagPack } from 'cdk-nag';

// biome-ignore lint/suspicious/noExplicitAny: TypeScript wants any[] for a mixin's constructor.
type PackClass = abstract new (...args: any[]) => NagPack;

/** The count of a pack's questions. */
export interface Evaluations {
  /** Rules asked, summed over resources. */
  evaluations: number;
}

// biome-ignore lint/suspicious/noExplicitAny: the same; said here because a declaration shows no protected member.
type CountedClass<Pack extends PackClass> = Pack & (abstract new (...args: any[]) => Evaluations);

/** A pack that counts how often it asked a rule about a resource: a pack that looked at nothing shows. */
export function counted<Pack extends PackClass>(pack: Pack): CountedClass<Pack> {
  abstract class Counted extends pack {
    evaluations = 0;

    protected override applyRule(params: IApplyRule): void {
      this.evaluations += 1;
      super.applyRule(params);
    }
  }
  return Counted;
}
