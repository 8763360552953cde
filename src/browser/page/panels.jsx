// The panels that Grafana's own components draw. The app's panel plugins are not on npm, so that the defaults of their
// options are written down here.
import { cacheFieldDisplayNames, FieldType, getDisplayValueAlignmentFactors, getFieldDisplayValues } from '@grafana/data';
import { BarGauge, BigValue, TimeSeries, VizRepeater } from '@grafana/ui';
import { TableNG } from '@grafana/ui/unstable';
import { theme } from './grafana-app';
import { isEmpty, NoData, registerPanel, withNoData } from './panel-plugin';

const hasType = (frame, type) => frame.fields.some((field) => field.type === type);

const finiteOrNull = (value) => (Number.isFinite(value) ? value : null);

/** What Grafana's panel does to a field before it draws it. */
function graphable(field) {
  if (field.type === FieldType.number) {
    return { ...field, values: field.values.map(finiteOrNull) };
  }
  // An axisLabel set for all fields must not appear under the time axis.
  return { ...field, config: { ...field.config, custom: { ...field.config.custom, axisLabel: '' } } };
}

function TimeSeriesPanel(props) {
  const frames = props.data.series
    .filter((frame) => hasType(frame, FieldType.time) && hasType(frame, FieldType.number))
    .map((frame) => ({ ...frame, fields: frame.fields.map(graphable) }));
  if (!frames.length) {
    return <NoData {...props} />;
  }
  return (
    <TimeSeries
      frames={frames}
      structureRev={props.data.structureRev}
      timeRange={props.timeRange}
      timeZone={props.timeZone}
      width={props.width}
      height={props.height}
      legend={props.options.legend}
      options={props.options}
    />
  );
}

registerPanel('timeseries', withNoData(TimeSeriesPanel), {
  colorMode: 'palette-classic',
  fieldDefaults: {
    drawStyle: 'line',
    lineInterpolation: 'linear',
    lineWidth: 1,
    lineStyle: { fill: 'solid' },
    fillOpacity: 0,
    gradientMode: 'none',
    spanNulls: false,
    showPoints: 'auto',
    pointSize: 5,
    stacking: { mode: 'none', group: 'A' },
    axisPlacement: 'auto',
    axisLabel: '',
    axisWidth: undefined,
    axisSoftMin: undefined,
    axisSoftMax: undefined,
    axisColorMode: 'text',
    axisBorderShow: false,
    axisCenteredZero: false,
    axisGridShow: undefined,
    scaleDistribution: { type: 'linear' },
    hideFrom: { tooltip: false, viz: false, legend: false },
    thresholdsStyle: { mode: 'off' },
    transform: undefined,
    fillBelowTo: undefined,
    barAlignment: 0,
    barWidthFactor: 0.6,
    insertNulls: false,
  },
  optionDefaults: {
    legend: { showLegend: true, displayMode: 'list', placement: 'bottom', calcs: [] },
    tooltip: { mode: 'single', sort: 'none' },
  },
});

const reduceDefaults = {
  reduceOptions: { calcs: ['lastNotNull'], values: false, fields: '' },
  orientation: 'auto',
};

function displayValues(props) {
  return getFieldDisplayValues({
    fieldConfig: props.fieldConfig,
    reduceOptions: props.options.reduceOptions,
    replaceVariables: props.replaceVariables,
    theme,
    data: props.data.series,
    timeZone: props.timeZone,
    sparkline: true,
  });
}

/** One `renderValue` per reduced series, laid out by Grafana's own repeater. Without a series its noValue is shown. */
const repeated = (renderValue) =>
  function Repeated(props) {
    const { id, width, height, data, options, renderCounter } = props;
    if (data.error) {
      return <NoData {...props} />;
    }
    return (
      <div data-empty-panel={isEmpty(data) ? id : undefined}>
        <VizRepeater
          getValues={() => displayValues(props)}
          getAlignmentFactors={getDisplayValueAlignmentFactors}
          renderValue={(cell) => renderValue(props, cell)}
          width={width}
          height={height}
          source={data}
          itemSpacing={3}
          renderCounter={renderCounter}
          autoGrid
          orientation={options.orientation}
        />
      </div>
    );
  };

const renderStat = ({ options }, { value, alignmentFactors, width, height, count }) => (
  <BigValue
    value={value.display}
    count={count}
    sparkline={options.graphMode !== 'none' ? value.sparkline : undefined}
    colorMode={options.colorMode}
    graphMode={options.graphMode}
    justifyMode={options.justifyMode}
    textMode={options.textMode}
    alignmentFactors={alignmentFactors}
    text={options.text}
    width={width}
    height={height}
    theme={theme}
  />
);

registerPanel('stat', repeated(renderStat), {
  optionDefaults: { ...reduceDefaults, graphMode: 'area', colorMode: 'value', justifyMode: 'auto', textMode: 'auto' },
});

const renderBarGauge = ({ options }, { value, alignmentFactors, width, height, orientation }) => (
  <BarGauge
    value={value.display}
    field={value.field}
    display={value.view?.getFieldDisplayProcessor(value.colIndex)}
    width={width}
    height={height}
    orientation={orientation}
    displayMode={options.displayMode}
    showUnfilled={options.showUnfilled}
    valueDisplayMode={options.valueMode}
    alignmentFactors={alignmentFactors}
    text={options.text}
    theme={theme}
    itemSpacing={8}
    lcdCellWidth={8}
  />
);

registerPanel('bargauge', repeated(renderBarGauge), {
  optionDefaults: { ...reduceDefaults, displayMode: 'gradient', showUnfilled: true, valueMode: 'color' },
});

function TablePanel(props) {
  cacheFieldDisplayNames(props.data.series);
  return (
    <TableNG
      data={props.data.series[props.options.frameIndex]}
      width={props.width}
      height={props.height}
      noHeader={!props.options.showHeader}
      sortBy={props.options.sortBy}
      cellHeight={props.options.cellHeight}
      structureRev={props.data.structureRev}
      fieldConfig={props.fieldConfig}
      timeRange={props.timeRange}
    />
  );
}

registerPanel('table', withNoData(TablePanel), {
  fieldDefaults: {
    align: 'auto',
    cellOptions: { type: 'auto' },
    inspect: false,
    width: undefined,
    minWidth: undefined,
    hidden: false,
    filterable: false,
  },
  optionDefaults: { showHeader: true, cellHeight: 'sm', frameIndex: 0 },
});
