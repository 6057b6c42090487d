/** What pages use of vis-network 9.1, which pyvis carries, and which is not a module. */
declare namespace vis {
  type Id = string | number;
  interface Place {
    x: number;
    y: number;
  }

  class DataSet<Entry extends { id: Id }> {
    constructor(entries: Entry[]);
    get(id: Id): Entry | null;
    update(entries: { id: Id }[]): void;
  }

  interface Pressed {
    nodes: string[];
    edges: Id[];
  }

  class Network {
    constructor(place: HTMLElement, data: { nodes: object; edges: object }, options: object);
    on(event: "click", listener: (pressed: Pressed) => void): void;
    on(event: "zoom" | "dragEnd" | "resize", listener: () => void): void;
    once(event: "stabilizationIterationsDone", listener: () => void): void;
    canvasToDOM(place: Place): Place;
    destroy(): void;
    fit(): void;
    getConnectedNodes(id: Id): string[];
    getPositions(ids?: Id[]): Record<string, Place>;
    getScale(): number;
    moveTo(view: { scale: number; position?: Place }): void;
    selectNodes(ids: Id[]): void;
    setOptions(options: object): void;
    setSize(width: string, height: string): void;
  }
}
