import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { Api, answer } from '@api/api';
import { Chart } from '@ui/chart/chart';
import { CodePipe, DayPipe, ManyPipe } from '@ui/format';
import { isPhone } from '@ui/phone';
import { Record } from '@ui/record/record';
import { loaded } from '@ui/record/record-loader';
import { Words } from '@ui/words';
import { lineageFigure, nameOf } from './figure';
import { LineageItem, LineageNode, byGeneration, screenOf } from './graph';

/** What a drawing holds and a reader follows. */
const FEW = 120;
const MOST = 20_000;
const LINE = 3.4;

const STATES: Partial<globalThis.Record<LineageNode['kind'], string>> = {
  seed_lot: 'seed_lot_status',
  seed_test: 'test_state',
  sowing: 'state',
  cultivation: 'cultivation_state',
};

/** Where a record comes from and what came of it: a drawing, and the same as a list by generation. */
@Component({
  selector: 'ex-lineage',
  imports: [RouterLink, TranslatePipe, Chart, CodePipe, DayPipe, ManyPipe, Record],
  templateUrl: './lineage.html',
  styleUrl: './lineage.css',
})
export class LineageScreen {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly words = inject(Words);
  readonly uuid = input.required<string>();

  protected readonly phone = isPhone();
  private readonly limit = signal(FEW);
  private readonly asked = computed(() => `${this.uuid()} ${this.limit()}`);
  protected readonly lineage = loaded(this.asked, (_asked, signal) =>
    answer(
      this.api.GET('/v1/lineage/{uuid}', {
        params: { path: { uuid: this.uuid() }, query: { limit: this.limit() } },
        signal,
      }),
    ),
  );
  protected readonly generations = computed(() => {
    const lineage = this.lineage.value();
    return lineage === null ? [] : byGeneration(lineage);
  });
  protected readonly code = computed(() => {
    const own = this.lineage.value()?.nodes[0];
    return own === undefined ? '' : nameOf(own, this.words);
  });
  protected readonly back = computed(() => {
    const own = this.lineage.value()?.nodes[0];
    return (own && screenOf(own))?.join('/') ?? '/';
  });
  protected readonly figure = computed(() => {
    const lineage = this.lineage.value();
    if (lineage === null || this.phone() || lineage.nodes.length < 2 || lineage.nodes.length > FEW) return null;
    const columns = new Map<number, number>();
    for (const { steps } of lineage.nodes) columns.set(steps, (columns.get(steps) ?? 0) + 1);
    const height = `${Math.max(12, LINE * Math.max(...columns.values()))}em`;
    return { ...lineageFigure(lineage, this.words), height };
  });

  protected readonly link = screenOf;

  protected name(node: LineageNode): string {
    return nameOf(node, this.words);
  }

  protected state(node: LineageNode): string {
    const list = STATES[node.kind];
    return list === undefined ? '' : this.words.code(list, node.state);
  }

  protected from(item: LineageItem): string {
    const said = item.from.map(({ node, link }) =>
      this.words.of('lineage.from', { how: this.words.code('lineage_link', link), code: this.name(node) }),
    );
    return said.join(', ');
  }

  protected go(rank: number): void {
    const node = this.lineage.value()?.nodes[rank];
    const link = node === undefined ? null : screenOf(node);
    if (link !== null) void this.router.navigate([...link]);
  }

  protected all(): void {
    this.limit.set(MOST);
  }
}
