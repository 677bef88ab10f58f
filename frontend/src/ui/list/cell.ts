import { Directive, TemplateRef, inject, input } from '@angular/core';

/** The template of a column's cells: `<ng-template exCell="taxon" let-row>…</ng-template>`. */
@Directive({ selector: 'ng-template[exCell]' })
export class Cell {
  readonly exCell = input.required<string>();
  readonly template = inject<TemplateRef<{ $implicit: unknown }>>(TemplateRef);
}

/** The template of a row on a phone: `<ng-template exCard let-row>…</ng-template>`. */
@Directive({ selector: 'ng-template[exCard]' })
export class Card {
  readonly template = inject<TemplateRef<{ $implicit: unknown }>>(TemplateRef);
}

/** What one does with a row on a phone, beside its card: `<ng-template exCardAction let-row>…</ng-template>`. */
@Directive({ selector: 'ng-template[exCardAction]' })
export class CardAction {
  readonly template = inject<TemplateRef<{ $implicit: unknown }>>(TemplateRef);
}
