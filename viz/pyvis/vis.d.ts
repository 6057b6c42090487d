/** What the page uses of vis-network 9.1, which pyvis carries, and which is not a module. */
declare namespace vis {
  class Network {
    constructor(place: HTMLElement, data: { nodes: object[]; edges: object[] }, options: object);
  }
}
