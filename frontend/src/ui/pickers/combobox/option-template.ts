import { Directive, TemplateRef, inject, input } from '@angular/core';
import { Source } from './source';

/** How an option of a list looks: `<ng-template [exOption]="source" let-taxon>…</ng-template>`. */
@Directive({ selector: 'ng-template[exOption]' })
export class OptionTemplate<T> {
  /** The list, which says to the compiler what its options are. */
  readonly exOption = input.required<Source<T>>();
  readonly template = inject<TemplateRef<{ $implicit: T }>>(TemplateRef);

  static ngTemplateContextGuard<T>(_: OptionTemplate<T>, context: unknown): context is { $implicit: T } {
    return true;
  }
}
