import { Pipe, PipeTransform, inject } from '@angular/core';
import { formatDay, formatNumber } from '@ui/format';
import { Words } from '@ui/words';
import type { CultivationEvent } from '../cultivations-api';
import { FIELDS, SaidField } from './kinds';

/** What an event says, in words: each of its fields with its value. */
@Pipe({ name: 'said' })
export class SaidPipe implements PipeTransform {
  private readonly words = inject(Words);

  transform(event: CultivationEvent): string {
    const said: Readonly<Record<string, unknown>> = { ...event.said };
    const parts = FIELDS[event.said.kind].map((field) => this.say(field, said[field.name], event));
    return parts.filter((part) => part !== null).join(' · ');
  }

  private say(field: SaidField, value: unknown, event: CultivationEvent): string | null {
    const label = this.words.of(field.label);
    if (field.type === 'place') return event.place ? this.said(label, event.place.label) : null;
    if (value === null || value === undefined || value === false) return null;
    switch (field.type) {
      case 'flag':
        return label;
      case 'replicates':
      case 'cultivations':
        return this.words.many('cultivations.plants', Math.abs(event.plants));
      case 'death':
        return null;
      case 'choice':
        return this.said(label, this.words.code(field.list ?? '', String(value)));
      case 'day':
        return this.said(label, formatDay(String(value)));
      case 'count':
      case 'number':
        return this.said(label, [formatNumber(Number(value), this.words.language), field.unit].filter(Boolean).join(' '));
      default:
        return this.said(label, String(value));
    }
  }

  private said(label: string, value: string): string {
    return this.words.of('cultivations.said', { label, value });
  }
}
