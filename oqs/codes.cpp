#include "oqs/codes.h"

#include <algorithm>

namespace uketsuke::oqs {

const std::vector<CodeTable>& code_tables() {
  static const std::vector<CodeTable> tables = {
      {"OQSCD001",
       "限度額適用認定証提供同意フラグ",
       "consent to limit information",
       {{"0", "未同意", "not given"}, {"1", "同意", "given"}}},
      {"OQSCD002",
       "照会区分",
       "inquiry by",
       {{"1", "マイナンバーカード", "My Number Card"}, {"2", "被保険者証情報", "data of the certificate"}}},
      {"OQSCD003",
       "処理結果区分",
       "state of the request",
       {{"1", "正常終了", "finished"}, {"2", "処理中", "in progress"}, {"9", "異常終了", "failed"}}},
      {"OQSCD004",
       "処理結果状況",
       "state of the inquiry",
       {{"1", "正常終了", "finished"}, {"2", "エラー", "error"}}},
      {"OQSCD005",
       "文字コード識別",
       "character code",
       {{"0", "UTF-8", "UTF-8"}, {"1", "Shift_JIS", "Shift_JIS"}}},
      {"OQSCD006",
       "資格有効性",
       "validity",
       {{"1", "有効", "valid"},
        {"2", "無効", "not valid"},
        {"3", "無効（新しい資格あり）", "not valid, there is a newer insurance"},
        {"4", "該当資格なし", "no such insurance"},
        {"5", "複数該当", "several (insurance only)"},
        {"6", "有効（未登録）", "valid, not registered here (medical aid only)"}}},
      {"OQSCD007", "性別", "sex", {{"1", "男", "male"}, {"2", "女", "female"}, {"3", "未設定", "not set"}}},
      {"OQSCD008",
       "資格喪失事由",
       "reason of loss",
       {{"01", "死亡", "death"},
        {"02", "生活保護受給開始", "medical aid began"},
        {"03", "医療保険等の資格取得", "joined another insurance"},
        {"99", "その他", "other"}}},
      {"OQSCD009",
       "本人・家族の別",
       "insured or family",
       {{"1", "本人", "insured person"}, {"2", "家族", "family"}}},
      {"OQSCD010",
       "被保険者証区分",
       "class of certificate",
       {{"01", "被保険者証（一般）", "ordinary"},
        {"02", "被保険者証（退職）", "retired"},
        {"03", "短期被保険者証（一般）", "short-term, ordinary"},
        {"04", "短期被保険者証（退職）", "short-term, retired"},
        {"05", "特別療養費支給対象者（旧・被保険者資格証明書）", "pays in full, refunded later"},
        {"06", "特例退職被保険者証", "retired, special"},
        {"07", "自衛官診療証", "Self-Defense Forces"},
        {"A1", "医療扶助", "medical aid"}}},
      {"OQSCD011",
       "限度額適用認定証区分",
       "class of limit certificate",
       {{"01", "限度額適用", "ceiling"},
        {"02", "限度額適用・標準負担額減額", "ceiling and reduced meals"},
        {"03", "標準負担額減額", "reduced meals"}}},
      {"OQSCD012",
       "限度額適用認定証適用区分",
       "income class",
       {{"A01", "ア", "under 70, highest"},
        {"A02", "イ", "under 70, second"},
        {"A03", "ウ", "under 70, third"},
        {"A04", "エ", "under 70, fourth"},
        {"A05", "オ", "under 70, untaxed"},
        {"A06", "オ（境）", "under 70, untaxed, borderline"},
        {"B01", "現役並みⅢ", "70 and over, as in working life III"},
        {"B02", "現役並みⅡ", "70 and over, as in working life II"},
        {"B03", "現役並みⅠ", "70 and over, as in working life I"},
        {"B04", "一般", "70 and over, ordinary"},
        {"B05", "低所得Ⅱ", "70 and over, low income II"},
        {"B06", "低所得Ⅰ", "70 and over, low income I"},
        {"B07", "低所得Ⅰ（老福）", "70 and over, low income I, old-age welfare pension"},
        {"B08", "低所得Ⅰ（境）", "70 and over, low income I, borderline"},
        {"B09", "一般Ⅱ", "75 and over, ordinary II"},
        {"B10", "一般Ⅰ", "75 and over, ordinary I"}}},
      {"OQSCD013",
       "特定疾病療養受療証認定疾病区分",
       "specified disease",
       {{"1", "人工透析", "dialysis"},
        {"2", "血液凝固因子障害", "clotting factor disorder"},
        {"3", "HIV", "HIV"}}},
      {"OQSCD015", "未就学区分", "before school age", {{"1", "未就学", "not yet at school"}}},
      {"OQSCD016",
       "同意フラグ",
       "consent",
       {{"0", "同意なし", "not given"},
        {"1", "同意あり", "given"},
        {"2", "同意有効期限切れ", "expired (home visits and on-line consultation only)"},
        {"3", "同意取得困難", "could not be asked (emergency only)"}}},
      {"OQSCD017",
       "処方箋発行形態",
       "form of prescription",
       {{"1", "電子処方箋", "electronic"}, {"2", "紙の処方箋", "paper"}}},
      {"OQSCD028",
       "診療区分",
       "kind of visit",
       {{"1", "外来", "outpatient"},
        {"2", "訪問", "home visit"},
        {"3", "オンライン", "on line"},
        {"4", "救急時", "emergency"}}},
      {"OQSCD036",
       "同意の区分",
       "groups of consent",
       {{"TSR", "特定疾病", "specified disease"},
        {"TKK", "特定健診", "health check"},
        {"YZK", "薬剤・処方", "medicines and prescriptions"},
        {"SRJ", "診療・アレルギー等・検査", "treatment, allergies, tests"},
        {"SHJ", "手術・傷病名・感染症", "operations, diagnoses, infections"}}},
  };
  return tables;
}

const CodeTable* code_table(std::string_view number) {
  for (const CodeTable& table : code_tables()) {
    if (table.number == number) return &table;
  }
  return nullptr;
}

const Code* CodeTable::find(std::string_view value) const {
  const auto found =
      std::find_if(codes.begin(), codes.end(), [&](const Code& code) { return code.value == value; });
  return found == codes.end() ? nullptr : &*found;
}

std::string CodeTable::listed() const {
  std::string text;
  for (const Code& code : codes) {
    if (!text.empty()) text += ", ";
    text += std::string(code.value) + " " + std::string(code.ja);
  }
  return text;
}

}  // namespace uketsuke::oqs
