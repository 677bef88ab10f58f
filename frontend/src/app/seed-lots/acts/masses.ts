import { Component, ElementRef, afterNextRender, Injector, inject, signal, viewChildren } from '@angular/core';
import { ValidationErrors } from '@angular/forms';
import { TranslatePipe } from '@ngx-translate/core';
import { LANGUAGE } from '@host/tokens';
import { Words } from '@ui/words';
import { Control, asControl } from '@ui/pickers/control';
import { parseNumber, typedNumber } from '@ui/pickers/number/parse-number';

/** Samples that are offered at first: eight, as ISTA has it. */
const SAMPLES = 8;

/**
 * The masses of the samples, in grams, one after the other: Enter goes to the next and adds it when it
 * was the last. Its value is the masses typed, null when there is none.
 */
@Component({
  selector: 'ex-masses',
  imports: [TranslatePipe],
  providers: [asControl(() => Masses)],
  template: `
    <div class="masses" role="group" [attr.aria-labelledby]="labelledBy()" [attr.aria-describedby]="describedBy()">
      @for (text of texts(); track $index; let i = $index) {
        <input
          #field
          class="form-control"
          type="text"
          inputmode="decimal"
          autocomplete="off"
          [id]="i === 0 ? inputId() : inputId() + '-' + i"
          [attr.aria-label]="words.of('lots.weighing.sample', { n: i + 1 })"
          [class.is-invalid]="text.trim() !== '' && wrong(text)"
          [attr.aria-invalid]="text.trim() !== '' && wrong(text)"
          [value]="text"
          [disabled]="disabled()"
          (input)="type(i, field.value)"
          (blur)="touched()"
          (keydown.enter)="next($event, i)"
        />
      }
    </div>
    <button type="button" class="btn btn-sm btn-link" [disabled]="disabled()" (click)="add()">
      <i class="fa fa-plus" aria-hidden="true"></i> {{ 'lots.weighing.add_sample' | translate }}
    </button>
  `,
  styles: `
    .masses {
      display: grid;
      grid-template-columns: repeat(4, minmax(0, 1fr));
      gap: 0.4em;
    }
    input {
      padding: 0.4em;
      text-align: right;
    }
  `,
})
export class Masses extends Control<readonly number[]> {
  private readonly here = inject(Injector);
  private readonly language = inject(LANGUAGE);
  private readonly fields = viewChildren<ElementRef<HTMLInputElement>>('field');
  protected readonly words = inject(Words);
  protected readonly texts = signal<readonly string[]>(blanks([]));

  override writeValue(masses: readonly number[] | null): void {
    this.texts.set(blanks((masses ?? []).map((mass) => typedNumber(mass, this.language))));
  }

  override validate(): ValidationErrors | null {
    return this.texts().some((text) => text.trim() !== '' && this.wrong(text)) ? { number: true } : null;
  }

  protected wrong(text: string): boolean {
    const mass = parseNumber(text);
    return mass === null || mass <= 0;
  }

  protected type(index: number, text: string): void {
    this.texts.update((texts) => texts.map((old, i) => (i === index ? text : old)));
    const masses = this.texts()
      .map(parseNumber)
      .filter((mass) => mass !== null);
    this.changed(masses.length === 0 ? null : masses);
  }

  protected next(event: Event, index: number): void {
    event.preventDefault();
    if (index + 1 === this.texts().length) this.add();
    else this.fields()[index + 1]?.nativeElement.focus();
  }

  protected add(): void {
    this.texts.update((texts) => [...texts, '']);
    afterNextRender(() => this.fields().at(-1)?.nativeElement.focus(), { injector: this.here });
  }
}

function blanks(texts: readonly string[]): readonly string[] {
  return [...texts, ...Array<string>(Math.max(0, SAMPLES - texts.length)).fill('')];
}
