/** Shown when the service does not answer at the start, before any translation could be read. */
const WORDS = {
  fr: {
    title: 'Le service ex situ est injoignable',
    detail: 'GeoNature fonctionne, mais le service du module ne répond pas. Vos données ne sont pas perdues.',
    retry: 'Réessayer',
  },
  en: {
    title: 'The ex situ service cannot be reached',
    detail: 'The service of this module does not answer. Your data are not lost.',
    retry: 'Try again',
  },
};

export function showUnreachable(element: HTMLElement, retry: () => void): void {
  const words = document.documentElement.lang.startsWith('en') ? WORDS.en : WORDS.fr;
  const alert = document.createElement('div');
  alert.className = 'alert alert-danger m-3';
  alert.setAttribute('role', 'alert');
  const title = document.createElement('h1');
  title.className = 'h4';
  title.textContent = words.title;
  const detail = document.createElement('p');
  detail.textContent = words.detail;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'btn btn-primary';
  button.textContent = words.retry;
  button.addEventListener('click', retry);
  alert.append(title, detail, button);
  element.replaceChildren(alert);
}
