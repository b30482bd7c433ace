// The ground: MapLibre with local GeoJSON, or a plain canvas where there is no WebGL. Both give the same: project(lon,
// lat) → [x, y], projector(), zoom(), center(), fly(lon, lat, zoom), fit(west, south, east, north), onDraw(f).

const TONES = {
  light: { sea: "#d5e3ea", land: "#f6f3ec", province: "#d9d2c3", border: "#9b9282", river: "#a9c8d8" },
  dark: { sea: "#0f1a22", land: "#1c262d", province: "#2e3b44", border: "#5e6d77", river: "#2a4757" },
};

function hasWebGL() {
  try {
    const canvas = document.createElement("canvas");
    return Boolean(canvas.getContext("webgl2") || canvas.getContext("webgl"));
  } catch { return false; }
}

function script(address) {
  return new Promise((resolve, reject) => {
    const node = document.createElement("script");
    node.src = address;
    node.onload = resolve;
    node.onerror = () => reject(new Error(address));
    document.head.append(node);
  });
}

const mercator = (lat) => Math.log(Math.tan(Math.PI / 4 + (Math.max(-85, Math.min(85, lat)) * Math.PI) / 360));

// What puts things with lon and lat on the screen while the view stands still: (thing) → [x, y]. A hundred thousand
// things are placed in a few milliseconds, since each remembers where it lies in the world.
function projector(center, zoom, container) {
  const k = (512 * 2 ** zoom) / (2 * Math.PI);
  const [ox, oy] = [container.clientWidth / 2 - (center[0] * Math.PI / 180) * k, container.clientHeight / 2 + mercator(center[1]) * k];
  return (thing) => {
    thing.mx ??= (thing.lon * Math.PI) / 180;
    thing.my ??= mercator(thing.lat);
    return [thing.mx * k + ox, oy - thing.my * k];
  };
}

// tiles: the address of a tile server from the settings, or null.
export async function makeBasemap(container, view, theme, tiles = null) {
  if (hasWebGL() && !new URLSearchParams(location.search).has("canvas")) {
    try {
      if (!window.maplibregl) await script("basemap/maplibre-gl.js");
      return libre(container, view, theme, tiles);
    } catch { /* no MapLibre in this installation: the canvas does */ }
  }
  return makeCanvasMap(container, view, theme);
}

function style(theme, tiles, sea = true) {
  const tone = TONES[theme];
  const source = (name) => ({ type: "geojson", data: new URL(`basemap/${name}.geojson`, location.href).href, tolerance: 0.4 });
  const pictures = tiles ? { tiles: { type: "raster", tiles: [tiles], tileSize: 256, maxzoom: 19 } } : {};
  const dim = theme === "dark" ? { "raster-brightness-max": 0.55, "raster-saturation": -0.5 } : { "raster-saturation": -0.35 };
  return {
    version: 8,
    sources: { land: source("land"), rivers: source("rivers"), borders: source("borders"), provinces: source("provinces"), ...pictures },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": sea ? tone.sea : tone.land } },
      { id: "land", type: "fill", source: "land", paint: { "fill-color": tone.land } },
      ...(tiles ? [{ id: "tiles", type: "raster", source: "tiles", paint: dim }] : []),
      { id: "rivers", type: "line", source: "rivers", paint: { "line-color": tone.river, "line-width": ["interpolate", ["linear"], ["zoom"], 3, 0.5, 6, 1.4, 10, 3] } },
      { id: "provinces", type: "line", source: "provinces", minzoom: 4.5, paint: { "line-color": tone.province, "line-width": 0.9, "line-dasharray": [3, 2] } },
      { id: "borders", type: "line", source: "borders", paint: { "line-color": tone.border, "line-width": ["interpolate", ["linear"], ["zoom"], 2, 0.6, 7, 1.8] } },
    ],
  };
}

function libre(container, view, theme, tiles) {
  const map = new window.maplibregl.Map({
    container, style: style(theme, tiles, false), center: [view.lon, view.lat], zoom: view.zoom, attributionControl: false,
    dragRotate: false, pitchWithRotate: false, maxZoom: 13, minZoom: 1, fadeDuration: 0, renderWorldCopies: true,
  });
  map.touchZoomRotate.disableRotation();
  // Until the land has come the ground is drawn as land: a map of nothing but sea would look broken.
  let tone = theme;
  const landed = (event) => {
    if (event.sourceId !== "land" || !map.isSourceLoaded("land")) return;
    map.off("sourcedata", landed);
    map.setPaintProperty("sea", "background-color", TONES[tone].sea);
  };
  map.on("sourcedata", landed);
  map.getCanvas().setAttribute("aria-hidden", "false");
  const rtl = document.documentElement.dir === "rtl";
  map.addControl(new window.maplibregl.NavigationControl({ showCompass: false }), rtl ? "top-left" : "top-right");
  return {
    kind: "webgl",
    project: (lon, lat) => { const p = map.project([lon, lat]); return [p.x, p.y]; },
    projector: () => projector(map.getCenter().toArray(), map.getZoom(), container),
    zoom: () => map.getZoom(),
    center: () => { const c = map.getCenter(); return [c.lng, c.lat]; },
    fly: (lon, lat, zoom) => map.easeTo({ center: [lon, lat], zoom: zoom ?? map.getZoom(), duration: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 500 }),
    fit: (west, south, east, north) => map.fitBounds([[west, south], [east, north]], { padding: innerWidth > 760 ? { top: 60, bottom: 60, left: rtl ? 60 : 300, right: rtl ? 300 : 90 } : 45, duration: 0, maxZoom: 7.5 }),
    onDraw: (f) => map.on("render", f),
    onMoveEnd: (f) => map.on("moveend", f),
    onPointer: (move, click) => {
      map.on("mousemove", (event) => move(event.point.x, event.point.y));
      map.on("mouseout", () => move(null));
      map.on("click", (event) => click(event.point.x, event.point.y));
    },
    theme: (name) => { tone = name; map.setStyle(style(name, tiles), { diff: true }); },
    resize: () => map.resize(),
    cursor: (name) => { map.getCanvas().style.cursor = name; },
  };
}

export function makeCanvasMap(container, view, theme) {
  const canvas = document.createElement("canvas");
  canvas.className = "plain";
  canvas.tabIndex = 0;
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", container.getAttribute("aria-label") || "");
  container.append(canvas);
  const layers = {};
  let { lon, lat, zoom } = view;
  let tones = TONES[theme];
  const draws = [], ends = [];
  const scale = () => (512 * 2 ** zoom) / (2 * Math.PI);
  const project = (x, y) => {
    const k = scale();
    return [container.clientWidth / 2 + ((x - lon) * Math.PI / 180) * k, container.clientHeight / 2 - (mercator(y) - mercator(lat)) * k];
  };
  const unproject = (x, y) => {
    const k = scale();
    const m = mercator(lat) - (y - container.clientHeight / 2) / k;
    return [lon + ((x - container.clientWidth / 2) / k) * 180 / Math.PI, (2 * Math.atan(Math.exp(m)) - Math.PI / 2) * 180 / Math.PI];
  };
  let asked = false;
  const draw = () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      const ratio = devicePixelRatio || 1;
      canvas.width = container.clientWidth * ratio;
      canvas.height = container.clientHeight * ratio;
      const context = canvas.getContext("2d");
      context.fillStyle = tones.sea;
      context.fillRect(0, 0, canvas.width, canvas.height);
      const k = scale() * ratio;
      context.setTransform(k, 0, 0, -k, canvas.width / 2 - ((lon * Math.PI) / 180) * k, canvas.height / 2 + mercator(lat) * k);
      const stroke = (name, colour, width) => {
        if (!layers[name]) return;
        context.strokeStyle = colour;
        context.lineWidth = (width * ratio) / k;
        context.stroke(layers[name]);
      };
      if (layers.land) { context.fillStyle = tones.land; context.fill(layers.land, "evenodd"); }
      stroke("rivers", tones.river, 1);
      if (zoom > 4.5) stroke("provinces", tones.province, 0.8);
      stroke("borders", tones.border, 1.4);
      draws.forEach((f) => f());
    });
  };
  for (const name of ["land", "borders", "rivers", "provinces"]) {
    fetch(`basemap/${name}.geojson`).then((answer) => (answer.ok ? answer.json() : null)).then((data) => {
      if (!data) return;
      const path = new Path2D();
      const line = (points) => points.forEach(([x, y], i) => {
        const [px, py] = [(x * Math.PI) / 180, mercator(y)];
        if (i) path.lineTo(px, py); else path.moveTo(px, py);
      });
      for (const { geometry } of data.features) {
        if (geometry.type === "MultiPolygon") geometry.coordinates.flat().forEach(line);
        else if (geometry.type === "MultiLineString") geometry.coordinates.forEach(line);
      }
      layers[name] = path;
      draw();
    }).catch(() => {});
  }
  const ended = () => ends.forEach((f) => f());
  const zoomAt = (x, y, by) => {
    const before = unproject(x, y);
    zoom = Math.max(1, Math.min(13, zoom + by));
    const after = unproject(x, y);
    lon += before[0] - after[0];
    lat += before[1] - after[1];
    draw(); ended();
  };
  canvas.addEventListener("wheel", (event) => { event.preventDefault(); zoomAt(event.offsetX, event.offsetY, -event.deltaY / 400); }, { passive: false });
  canvas.addEventListener("keydown", (event) => {
    const step = 80;
    const moves = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] };
    if (moves[event.key]) {
      const [dx, dy] = moves[event.key];
      [lon, lat] = unproject(container.clientWidth / 2 + dx, container.clientHeight / 2 + dy);
    } else if (event.key === "+") zoom += 0.5; else if (event.key === "-") zoom -= 0.5; else return;
    event.preventDefault(); draw(); ended();
  });
  let drag = null, moved = false, pointer = () => {}, clicked = () => {};
  canvas.addEventListener("pointerdown", (event) => { drag = [event.offsetX, event.offsetY]; moved = false; canvas.setPointerCapture(event.pointerId); });
  canvas.addEventListener("pointermove", (event) => {
    if (!drag) return pointer(event.offsetX, event.offsetY);
    const [a, b] = [unproject(...drag), unproject(event.offsetX, event.offsetY)];
    if (Math.abs(event.offsetX - drag[0]) + Math.abs(event.offsetY - drag[1]) > 2) moved = true;
    lon += a[0] - b[0]; lat += a[1] - b[1];
    drag = [event.offsetX, event.offsetY];
    draw();
  });
  canvas.addEventListener("pointerup", (event) => { drag = null; if (moved) ended(); else clicked(event.offsetX, event.offsetY); });
  new ResizeObserver(draw).observe(container);
  draw();
  return {
    kind: "canvas", project, unproject, projector: () => projector([lon, lat], zoom, container), zoom: () => zoom, center: () => [lon, lat],
    fly: (x, y, z) => { [lon, lat, zoom] = [x, y, z ?? zoom]; draw(); ended(); },
    fit: (west, south, east, north) => {
      lon = (west + east) / 2; lat = (south + north) / 2;
      const span = Math.max((east - west) / Math.max(1, container.clientWidth - 120), (north - south) / Math.max(1, container.clientHeight - 120));
      zoom = Math.max(1, Math.min(7.5, Math.log2(360 / 512 / Math.max(span, 1e-6))));
      draw();
    },
    onDraw: (f) => { draws.push(f); draw(); }, onMoveEnd: (f) => ends.push(f),
    onPointer: (move, click) => { pointer = move; clicked = click; },
    theme: (name) => { tones = TONES[name]; draw(); }, resize: draw, cursor: (name) => { canvas.style.cursor = name; },
  };
}
