import { Component, inject } from '@angular/core';
import { Api, answer } from '@api/api';
import { Combobox } from '../combobox/combobox';
import { OptionTemplate } from '../combobox/option-template';
import { Source } from '../combobox/source';
import { asControl } from '../control';
import { Picker } from '../picker';
import { PlaceInTree, placesNamed, placesOf } from './place-tree';

/** More would not be read. */
const SHOWN = 100;

function places(api: Api): Source<PlaceInTree, string> {
  // The whole tree is small: it is read once a form, and searched here at each letter.
  let tree: Promise<readonly PlaceInTree[]> | null = null;
  const read = (): Promise<readonly PlaceInTree[]> => {
    tree ??= answer(api.GET('/v1/places/tree')).then(placesOf);
    // One that failed is asked again.
    tree.catch(() => (tree = null));
    return tree;
  };
  return {
    name: 'place',
    minLength: 0,
    wait: 0,
    key: (place) => place.uuid,
    display: (place) => `${place.code} ${place.path.at(-1)}`,
    isTyped: (place, text) => place.code.toLowerCase() === text.toLowerCase(),
    search: async (text) => placesNamed(await read(), text).slice(0, SHOWN),
    find: async (uuid, signal) => {
      const known = (await read()).find((place) => place.uuid === uuid);
      if (known !== undefined) return known;
      // Archived, hence not in the tree.
      const { code, label, path } = await answer(api.GET('/v1/places/{uuid}', { params: { path: { uuid } }, signal }));
      return { uuid, code, label, depth: path.length - 1, path: [...path.slice(0, -1), label] };
    },
  };
}

/** A place of storage or culture, found by its code or any word of the way to it; its value is its `uuid`. */
@Component({
  selector: 'ex-pick-place',
  imports: [Combobox, OptionTemplate],
  providers: [asControl(() => PlacePicker)],
  template: `
    <ex-combobox [chooser]="this">
      <ng-template [exOption]="source" let-place>
        <strong>{{ place.path.at(-1) }}</strong> {{ place.code }}
        @if (place.path.length > 1) {
          <small class="ex-muted">{{ place.path.slice(0, -1).join(' › ') }}</small>
        }
      </ng-template>
    </ex-combobox>
    @if (chosen(); as place) {
      <div class="form-text small" data-qa="place-path">{{ place.path.join(' › ') }}</div>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    small {
      display: block;
    }
  `,
})
export class PlacePicker extends Picker<PlaceInTree, string> {
  readonly source = places(inject(Api));
}
