import { FormControl } from '@angular/forms';
import { Api, answer } from '@api/api';

/** Chooses the dataset when there is only one in which the user may put a record. */
export async function onlyDataset(api: Api, control: FormControl<number | null>): Promise<void> {
  const query = { create: true, limit: 2 };
  // The picker itself says when the service does not answer.
  const found = await answer(api.GET('/v1/referentials/datasets', { params: { query } })).catch(() => []);
  const [only] = found;
  if (only !== undefined && found.length === 1 && control.value === null) control.setValue(only.id_dataset);
}
