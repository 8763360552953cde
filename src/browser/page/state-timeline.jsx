// A look-alike of Grafana's state timeline, which exists only inside the Grafana app: right data and colours.
import { FieldType, formattedValueToString, getDisplayProcessor } from '@grafana/data';
import { useLayoutEffect, useRef } from 'react';
import { theme } from './grafana-app';
import { registerPanel, withNoData } from './panel-plugin';

const PIXEL_RATIO = 2;
const AXIS_HEIGHT_PX = 18;
const NAMES_WIDTH_PX = 120;
const TICKS = 5;
const FONT = '11px Inter, sans-serif';

/** Neighbours of the same value as one: [{ value, from, to }], times in ms. */
function runs(times, values) {
  const result = [];
  const step = times[1] - times[0];
  values.forEach((value, i) => {
    const last = result[result.length - 1];
    if (last && last.value === value && last.to === times[i]) {
      last.to += step;
    } else if (value != null) {
      result.push({ value, from: times[i], to: times[i] + step });
    }
  });
  return result;
}

function drawRow(g, row, { x, top, height }) {
  const display = row.field.display ?? getDisplayProcessor({ field: row.field, theme });
  for (const { value, from, to } of runs(row.times, row.field.values)) {
    const shown = display(value);
    const left = x(from);
    const width = x(to) - left;
    g.fillStyle = shown.color ?? '#999';
    g.fillRect(left, top + 2, width, height - 4);
    const text = formattedValueToString(shown);
    if (g.measureText(text).width + 8 < width) {
      g.fillStyle = theme.colors.getContrastText(shown.color ?? '#999');
      g.textAlign = 'left';
      g.fillText(text, left + 4, top + height / 2 + 4);
    }
  }
  g.fillStyle = theme.colors.text.primary;
  g.textAlign = 'right';
  g.fillText(row.name, NAMES_WIDTH_PX - 6, top + height / 2 + 4);
}

function drawAxis(g, { from, to, x, y }) {
  g.fillStyle = theme.colors.text.secondary;
  g.textAlign = 'center';
  for (let i = 0; i <= TICKS; i++) {
    const time = from + ((to - from) * i) / TICKS;
    g.fillText(new Date(time).toISOString().slice(11, 19), Math.min(x(time), x(to) - 24), y);
  }
}

function draw(g, { data, timeRange }, width, height) {
  const from = timeRange.from.valueOf();
  const to = timeRange.to.valueOf();
  const x = (time) =>
    NAMES_WIDTH_PX + (Math.min(Math.max(time, from), to) - from) * ((width - NAMES_WIDTH_PX) / (to - from));
  const rows = data.series.flatMap((frame) =>
    frame.fields
      .filter((field) => field.type === FieldType.number)
      .map((field) => ({ times: frame.fields[0].values, field, name: frame.name ?? field.name }))
  );
  const rowHeight = (height - AXIS_HEIGHT_PX) / rows.length;
  rows.forEach((row, i) => drawRow(g, row, { x, top: i * rowHeight, height: rowHeight }));
  drawAxis(g, { from, to, x, y: height - 4 });
}

function StateTimeline(props) {
  const { width, height } = props;
  const ref = useRef();
  useLayoutEffect(() => {
    const canvas = ref.current;
    canvas.width = width * PIXEL_RATIO;
    canvas.height = height * PIXEL_RATIO;
    const g = canvas.getContext('2d');
    g.scale(PIXEL_RATIO, PIXEL_RATIO);
    g.font = FONT;
    draw(g, props, width, height);
  });
  return <canvas ref={ref} style={{ width, height }} />;
}

registerPanel('state-timeline', withNoData(StateTimeline), { fieldDefaults: { lineWidth: 0, fillOpacity: 70 } });
