// Prometheus' answers as Grafana's data frames.
import { toDataFrame } from '@grafana/data';

const SPECIAL_NUMBERS = { NaN, '+Inf': Infinity, '-Inf': -Infinity };
const toNumber = (text) => SPECIAL_NUMBERS[text] ?? Number(text);

/** An answer of any type as [{ metric, values: [[seconds, text]] }]. */
export function toRows(data) {
  if (data.resultType === 'scalar') {
    return [{ metric: {}, values: [data.result] }];
  }
  return data.result.map((series) => ({ metric: series.metric, values: series.values ?? [series.value] }));
}

/**
 * @param target of the panel, with legend (variables replaced), expr (as it was sent) and onlyTarget
 * @param range start, end and step in seconds; null for an instant query
 */
export function toFrames(rows, target, range) {
  if (target.format === 'table') {
    return [toTableFrame(rows, target)];
  }
  return rows.map((row) => toSeriesFrame(row, target, range));
}

function toTableFrame(rows, { refId, onlyTarget }) {
  const labels = [...new Set(rows.flatMap((row) => Object.keys(row.metric)))].sort();
  const cells = rows.flatMap((row) => row.values.map((value) => ({ metric: row.metric, value })));
  const column = (name, type, value) => ({ name, type, values: cells.map(value) });
  return toDataFrame({
    refId,
    fields: [
      column('Time', 'time', ({ value }) => value[0] * 1000),
      ...labels.map((label) => column(label, 'string', ({ metric }) => metric[label])),
      column(onlyTarget ? 'Value' : `Value #${refId}`, 'number', ({ value }) => toNumber(value[1])),
    ],
  });
}

function seriesName(metric, { legend, expr }) {
  if (legend && legend !== '__auto') {
    return legend.replace(/\{\{\s*(.+?)\s*\}\}/g, (_, label) => metric[label] ?? '');
  }
  const { __name__ = '', ...labels } = metric;
  const text = Object.entries(labels).map(([name, value]) => `${name}="${value}"`);
  return text.length ? `${__name__}{${text.join(', ')}}` : __name__ || expr;
}

/** One value per step, with null where Prometheus has none: gaps must stay gaps. */
function alignToSteps(values, range) {
  const byTime = new Map(values.map(([seconds, text]) => [Math.round(seconds * 1000), toNumber(text)]));
  const times = [];
  const numbers = [];
  for (let seconds = range.start; seconds <= range.end + 1e-6; seconds += range.step) {
    const time = Math.round(seconds * 1000);
    times.push(time);
    numbers.push(byTime.get(time) ?? null);
  }
  return { times, numbers };
}

function toSeriesFrame(row, target, range) {
  const { times, numbers } = range
    ? alignToSteps(row.values, range)
    : { times: row.values.map((v) => v[0] * 1000), numbers: row.values.map((v) => toNumber(v[1])) };
  const { __name__, ...labels } = row.metric;
  const name = seriesName(row.metric, target);
  const interval = range ? range.step * 1000 : undefined;
  return toDataFrame({
    refId: target.refId,
    name,
    fields: [
      { name: 'Time', type: 'time', values: times, config: { interval } },
      { name: 'Value', type: 'number', values: numbers, labels, config: { displayNameFromDS: name } },
    ],
  });
}
