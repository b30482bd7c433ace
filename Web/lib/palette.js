// Colours that people with any colour vision can tell apart (Okabe and Ito), each with a shape of its own.

const COLOURS = ["#0072b2", "#d55e00", "#e6a700", "#009e73", "#cc79a7", "#56b4e9", "#7a5c00", "#8a63d2", "#6b7785"];
const SHAPES = ["circle", "square", "diamond", "triangle", "hexagon", "down", "pentagon", "cross", "circle"];

const given = new Map();

// Parties get their colour in the order in which the server tells them: those that held the most places in all of the
// record first. So it stays when the sliders move, and a link opens in the same colours.
export function assign(holders) {
  holders.forEach((holder, index) => {
    if (given.has(holder.id)) return;
    const slot = Math.min(index, COLOURS.length - 1);
    given.set(holder.id, { ...holder, colour: COLOURS[slot], shape: SHAPES[slot], rank: index });
  });
}

export function party(id) {
  return given.get(id) || { id, name: (id || "").replace(/^name:/, ""), colour: "#6b7785", shape: "circle", rank: 99 };
}

export function parties() { return [...given.values()]; }

// Adds the outline of a shape with radius r around x, y to a canvas path.
export function trace(context, shape, x, y, r) {
  const ring = (count, turn, scale = 1.12) => {
    for (let i = 0; i < count; i++) {
      const angle = turn + (i * 2 * Math.PI) / count;
      const [px, py] = [x + r * scale * Math.cos(angle), y + r * scale * Math.sin(angle)];
      if (i) context.lineTo(px, py); else context.moveTo(px, py);
    }
    context.closePath();
  };
  switch (shape) {
    case "square": context.rect(x - r * 0.88, y - r * 0.88, r * 1.76, r * 1.76); break;
    case "diamond": ring(4, 0, 1.22); break;
    case "triangle": ring(3, -Math.PI / 2, 1.28); break;
    case "down": ring(3, Math.PI / 2, 1.28); break;
    case "hexagon": ring(6, 0); break;
    case "pentagon": ring(5, -Math.PI / 2, 1.15); break;
    case "cross": {
      const a = r * 1.05, b = r * 0.42;
      const points = [[-b, -a], [b, -a], [b, -b], [a, -b], [a, b], [b, b], [b, a], [-b, a], [-b, b], [-a, b], [-a, -b], [-b, -b]];
      points.forEach(([px, py], i) => (i ? context.lineTo(x + px, y + py) : context.moveTo(x + px, y + py)));
      context.closePath();
      break;
    }
    default: context.moveTo(x + r, y); context.arc(x, y, r, 0, 2 * Math.PI);
  }
}
