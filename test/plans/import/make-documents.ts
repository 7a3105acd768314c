import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import ExcelJS from 'exceljs';

export const DUTY_TABLE: readonly (readonly string[])[] = [
  ['序号', '目标任务', '责任领导', '牵头单位', '责任单位'],
  ['1', '改造提升商业街区。', '张三', '市商务局', '市住房和城乡建设局'],
  ['2', '健全产权执法司法保护制度。', '李四', '市委政法委、市司法局', '市直各单位、各区县市'],
];

export async function wordFile(lines: readonly string[], table: readonly (readonly string[])[] = []): Promise<Uint8Array> {
  const rows = table.map((cells) => new TableRow({ children: cells.map((cell) => new TableCell({ children: [new Paragraph(cell)] })) }));
  const tables = rows.length > 0 ? [new Table({ rows })] : [];
  return Packer.toBuffer(new Document({ sections: [{ children: [...lines.map((line) => new Paragraph(line)), ...tables] }] }));
}

export async function sheetFile(title: string, table: readonly (readonly string[])[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('分工');
  sheet.addRow([title]);
  sheet.mergeCells('A1:E1');
  for (const row of table) sheet.addRow([...row]);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
