import { CdkTree, CdkTreeModule } from '@angular/cdk/tree';
import { Component, afterRenderEffect, input, output, viewChild } from '@angular/core';
import { TreePlace } from './forest';
import { PlaceRow } from './place-row';

/**
 * The tree of places, walked with the arrows; Enter or a click on a name chooses it. `CdkTree` has the
 * keyboard and the roles; what is open and what is chosen is the screen's.
 */
@Component({
  selector: 'ex-place-tree',
  imports: [CdkTreeModule, PlaceRow],
  template: `
    <cdk-tree
      [attr.aria-label]="label()"
      [dataSource]="places()"
      [childrenAccessor]="children"
      [expansionKey]="key"
      [trackBy]="track"
      data-qa="place-tree"
    >
      <cdk-tree-node
        *cdkTreeNodeDef="let place"
        #node="cdkTreeNode"
        [isExpandable]="place.children.length > 0"
        [isDisabled]="disabled().has(place.uuid)"
        [cdkTreeNodeTypeaheadLabel]="place.name"
        [style.--level]="node.level"
        [class.chosen]="place.uuid === chosen()"
        [attr.aria-selected]="chosen() === undefined ? null : place.uuid === chosen()"
        (expandedChange)="toggle(place, $event)"
        (activation)="activated.emit($event)"
      >
        <ex-place-row
          [place]="place"
          [expanded]="open().has(place.uuid)"
          [disabled]="disabled().has(place.uuid)"
          [linked]="linked()"
          (toggled)="toggle(place, !open().has(place.uuid))"
          (picked)="activated.emit(place)"
        />
      </cdk-tree-node>
    </cdk-tree>
  `,
  styles: `
    cdk-tree {
      display: block;
    }
    cdk-tree-node {
      display: block;
      padding-left: calc(var(--level) * 1.1em);
      border-bottom: 1px solid #e4e9ec;
    }
    cdk-tree-node:hover {
      background: var(--ex-hover);
    }
    cdk-tree-node:focus-visible {
      outline: 3px solid #1a5f94;
      outline-offset: -3px;
    }
    .chosen {
      background: var(--ex-selected);
    }
  `,
})
export class PlaceTree {
  /** What the tree is called aloud. */
  readonly label = input.required<string>();
  readonly places = input.required<TreePlace[]>();
  readonly open = input.required<ReadonlySet<string>>();
  readonly openChange = output<ReadonlySet<string>>();
  /** Those that cannot be chosen. */
  readonly disabled = input<ReadonlySet<string>>(new Set());
  /** The one that is chosen, when one chooses. */
  readonly chosen = input<string | null>();
  /** Names are links to the pages of the places. */
  readonly linked = input(false);
  readonly activated = output<TreePlace>();

  protected readonly children = (place: TreePlace): TreePlace[] => place.children;
  protected readonly key = (place: TreePlace): string => place.uuid;
  protected readonly track = (_: number, place: TreePlace): string => place.uuid;

  private readonly tree = viewChild.required<CdkTree<TreePlace, string>>(CdkTree);

  constructor() {
    // Said to the tree as a whole, once it has its places: a line that is not drawn yet can be open.
    afterRenderEffect(() => {
      const [tree, open] = [this.tree(), this.open()];
      const say = (places: readonly TreePlace[]): void => {
        for (const place of places) {
          if (open.has(place.uuid)) tree.expand(place);
          else tree.collapse(place);
          say(place.children);
        }
      };
      say(this.places());
    });
  }

  protected toggle(place: TreePlace, expanded: boolean): void {
    const open = new Set(this.open());
    if (expanded === open.has(place.uuid)) return;
    if (expanded) open.add(place.uuid);
    else open.delete(place.uuid);
    this.openChange.emit(open);
  }
}
