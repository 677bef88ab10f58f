// A bundle of a few lines: says where it is, what it was told, and in which zone.
customElements.define(
  'exsitu-app',
  class extends HTMLElement {
    told = [];
    zones = [];

    set host(context) {
      this.context = context;
      this.zones.push(Zone.current.name);
    }

    get host() {
      return this.context;
    }

    connectedCallback() {
      this.innerHTML = `
        <p data-qa="where"></p>
        <button data-qa="open">Ouvrir</button> <button data-qa="filter">Filtrer</button>
        <button data-qa="home">Accueil</button> <button data-qa="login">Connexion</button>`;
      const on = (qa, act) => this.querySelector(`[data-qa=${qa}]`).addEventListener('click', act);
      on('open', () => this.host.navigate('/sowings/1?tab=counts', false));
      on('filter', () => this.host.navigate('/?q=Ery%20alp', true));
      on('home', () => this.host.navigate('/', false));
      on('login', () => this.host.login());
      this.show(this.host.url);
    }

    hostWentTo(inner) {
      this.told.push(inner);
      this.zones.push(Zone.current.name);
      this.show(inner);
    }

    show(inner) {
      this.querySelector('[data-qa=where]').textContent = inner;
    }
  },
);
