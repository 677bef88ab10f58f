import { Pipe, PipeTransform, inject } from '@angular/core';
import { LANGUAGE } from '@host/tokens';
import { formatNumber } from '@ui/format';
import { Words } from '@ui/words';
import type { Sowing } from './model';

/** What was sown, `100 semences`; says when it is unknown. */
@Pipe({ name: 'quantity' })
export class QuantityPipe implements PipeTransform {
  private readonly language = inject(LANGUAGE);
  private readonly words = inject(Words);

  transform({ sown_value, sown_unit }: Pick<Sowing, 'sown_value' | 'sown_unit'>): string {
    const unit = this.words.code(sown_value === 1 ? 'sown_unit_one' : 'sown_unit', sown_unit);
    return sown_value === null || sown_value === undefined
      ? this.words.of('sowings.unknown_quantity', { unit })
      : `${formatNumber(sown_value, this.language)} ${unit}`;
  }
}
