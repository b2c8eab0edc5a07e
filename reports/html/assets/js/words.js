'use strict';
// The page's texts, in both languages. The device's texts are in the record.
const WORDS = {
  subtitle: ['Conformance report', '適合性試験報告'],
  overview: ['Overview', '概要'], cases: ['Cases', 'ケース'], requirements: ['Requirements', '要件'],
  other_language: ['日本語', 'English'],
  pass: ['Passed', '合格'], fail: ['Failed', '不合格'], inconclusive: ['Inconclusive', '判定不能'],
  error: ['Error', 'エラー'], skipped: ['Skipped', 'スキップ'],
  verdict_pass: ['Passed', '合格'], verdict_fail: ['Failed', '不合格'],
  verdict_inconclusive: ['Inconclusive', '判定不能'], verdict_error: ['Harness error', '試験装置のエラー'],
  verdict_skipped: ['Nothing was run', '実行されたケースなし'],
  verdict: ['Verdict', '総合判定'],
  interrupted: ['Interrupted: not every case was run.', '中断されました。全ケースは実行されていません。'],
  untested_note: ['{0} of {1} required requirements were exercised.', '必須要件 {1} 件中 {0} 件を確認しました。'],
  device: ['Device under test', '被試験装置'], program: ['Program version', 'プログラム版'],
  started: ['Started', '開始'], wall: ['Duration', '所要時間'], simulated: ['Simulated time', '模擬時間'],
  seed: ['Seed', 'シード'], paths: ['Scenarios', 'シナリオ'],
  attention: ['Needs attention', '確認が必要なケース'],
  all_good: ['No case failed.', '不合格のケースはありません。'],
  show_all: ['Show all {0}', '全 {0} 件を表示'],
  suites: ['Suites', 'スイート'], suite: ['Suite', 'スイート'],
  not_exercised: ['Required, not exercised', '未確認の必須要件'],
  not_exercised_other: ['Not exercised, not required', '未確認のその他の要件'],
  not_exercised_none: ['Every required requirement was exercised.', '必須要件はすべて確認しました。'],
  not_exercised_cell: ['Not judged', '判定なし'],
  search: ['Search id, title, tag, requirement, finding', 'ID・題名・タグ・要件・所見を検索'],
  result: ['Result', '結果'], tag: ['Tag', 'タグ'], requirement: ['Requirement', '要件'],
  any: ['All', 'すべて'], clear: ['Clear filters', '絞り込みを解除'],
  shown: ['{0} of {1} cases', '{1} 件中 {0} 件'], no_match: ['No case matches.', '該当するケースはありません。'],
  pick: ['Choose a case to see what the patient saw.', 'ケースを選ぶと、患者が見た画面を表示します。'],
  keys: ['↑ ↓ to move, Enter to open', '↑ ↓ で移動、Enter で表示'],
  back: ['All cases', 'ケース一覧'], previous: ['Previous', '前へ'], next: ['Next', '次へ'],
  findings: ['Findings', '所見'], show_event: ['Show event', '該当箇所を表示'], crash: ['What broke', '異常終了の内容'],
  parameters: ['Parameters', 'パラメータ'], exercised: ['Exercised', '確認した要件'], about: ['About', '対象要件'],
  tags: ['Tags', 'タグ'], defined: ['Defined in', '定義'], timeline: ['Timeline', 'タイムライン'],
  no_record: ['There is no record of this case.', 'このケースの記録はありません。'],
  unknown_case: ['This report has no case {0}.', 'ケース {0} はこのレポートにありません。'],
  no_inflate: ['This browser cannot inflate the data (DecompressionStream). Use Chrome 80, Safari 16.4, Firefox 113 or newer.',
    'このブラウザではデータを展開できません（DecompressionStream）。Chrome 80、Safari 16.4、Firefox 113 以降をご利用ください。'],
  class_required: ['Required', '必須'], class_recommended: ['Recommended', '推奨'], class_informational: ['Informational', '参考'],
  id: ['Id', 'ID'], text: ['Text', '内容'], class: ['Class', '区分'], source: ['Source', '出典'], status: ['State', '状態'],
  state_pass: ['Passed', '合格'], state_fail: ['Failed', '不合格'], state_none: ['Not exercised', '未確認'],
  before_screen: ['Before the first screen', '最初の画面まで'], card_in: ['Card in', 'カード挿入中'], card_out: ['No card', 'カードなし'],
  lamp: ['Lamp', 'ランプ'], lamp_off: ['off', '消灯'], lamp_blue: ['blue', '青'], lamp_green: ['green', '緑'], lamp_red: ['red', '赤'],
  touched: ['touched', 'タッチ'], step: ['Step {0}', '手順 {0}'], apdus: ['APDU × {0}', 'APDU × {0}'],
  apdu_command: ['Command', 'コマンド'], apdu_status: ['Status', 'ステータス'], apdu_data: ['Sent / received', '送信 / 受信'], no_answer: ['no answer', '応答なし'],
  given: ['given', '同意あり'], not_given: ['not given', '同意なし'], until: ['until {0}', '{0} まで'],
  holds_disease: ['has a certificate of a specific disease', '特定疾病療養受療証あり'],
  released: ['released', '提供'], nothing_to_release: ['nothing to release', '該当情報なし'],
  frame: ['Frame {0}', 'フレーム {0}'], enlarge: ['Enlarge or shrink', '拡大・縮小'],
  last_prompt: ['Last of {0} messages on this screen', 'この画面の案内 {0} 件のうち最後の表示'], again: ['{0}, {1} times more', '{0}、さらに {1} 回'],
  measure_similarity: ['Similarity', '類似度'], measure_liveness: ['Liveness', '生体らしさ'], measure_parallax: ['Parallax', '視差'],
  not_measured: ['not measured (needs {0})', '未測定（基準 {0}）'],
  wiped_photo: ["card's photo", '券面写真'], wiped_probe: ['pictures taken', '撮影画像'], wiped_template: ['template', '特徴量'],
  wiped_nothing: ['nothing was held', '保持データなし'],
  pictures: ['Pictures', '画像'], pictures_in: ['{0} in this report ({1})', '{0} 枚を収録（{1}）'],
  pictures_out: ['{0} only named:', '名称のみ {0} 枚：'],
  picture_missing: ['Picture file missing', '画像ファイルなし'], picture_not_jpeg: ['Not a JPEG picture', 'JPEG 画像ではありません'],
  picture_case_full: ['Beyond {0} pictures a case', '1 ケース {0} 枚の上限超過'],
  picture_report_full: ['Beyond the room for pictures ({0}; for cases that passed {1})', '画像容量の上限超過（全体 {0}、うち合格ケース {1}）'],
  all_suites: ['All suites', '全スイート'], total: ['Cases', 'ケース'],
};
const CATEGORIES = {
  DiagnosisInfo: ['Diagnosis', '診療情報'], PharmacistsInfo: ['Medicines', '薬剤情報'], OperationInfo: ['Operations', '手術情報'],
  SpecificHealthCheckupsInfo: ['Health check-ups', '特定健診情報'], LimitApplicationCertificate: ['Limit information', '限度額情報'],
  SpecificDiseasesCertificate: ['Specific diseases', '特定疾病情報'], Eligibility: ['Eligibility', '資格情報'],
};
const SOURCES = {
  harness: ['harness', '試験装置'], patient: ['patient', '患者'], clerk: ['clerk', '職員'], reader: ['reader', 'リーダー'],
  chip: ['chip', 'ICチップ'], camera: ['camera', 'カメラ'], service: ['service', '資格確認'],
};
const METHODS = { face: ['face', '顔認証'], pin: ['PIN', '暗証番号'], visual: ['visual check', '目視確認'], smartphone: ['smartphone', 'スマートフォン'] };
const PHONE_RESULTS = {
  accepted: ['accepted', '確認'], wrong: ['wrong digits', '暗証番号相違'], blocked: ['locked', 'ロック'], not_unlocked: ['not unlocked', '解除なし'],
  unreadable: ['not readable', '読取不良'], other_kind: ['another kind of phone', '別の機種'], no_certificate: ['without certificate', '電子証明書なし'],
};
const FACE_RESULTS = { match: ['match', '一致'], no_match: ['no match', '不一致'], no_face: ['no face', '顔なし'], not_live: ['not a live person', '生体ではない'] };
const REFUSALS = {
  face_mismatch: ['face does not match', '顔が一致しない'], no_face: ['no face', '顔なし'], not_live: ['not a live person', '生体ではない'],
  no_photo: ['card without photo', '顔写真なし'], photo_unusable: ["card's photo unusable", '顔写真が使用不可'], camera_failed: ['camera failed', 'カメラ故障'],
  pin_wrong: ['wrong PIN', '暗証番号相違'], pin_locked: ['PIN locked', '暗証番号ロック'], number_locked: ['card face number locked', '照合番号Bロック'],
  number_misread: ['card face number misread', '照合番号Bの読取不良'],
  not_genuine: ['card not genuine', 'カードの真正性なし'], no_method: ['no method left', '確認方法なし'], visual_mismatch: ['not the person of the photo', '目視で不一致'],
  phone_not_unlocked: ['phone not unlocked', 'スマートフォンの解除なし'], phone_unreadable: ['phone not readable', 'スマートフォンの読取不良'],
  phone_other_kind: ['another kind of phone', '別の機種'], phone_no_certificate: ['phone without certificate', 'スマートフォンに電子証明書なし'],
};
const TROUBLES = { frozen: ['one picture comes again and again', '同じ画像の繰り返し'], silent: ['no picture comes', '画像が届かない'] };
const SHOWN = {
  nobody: ['nobody', 'なし'], holder: ['holder of the card', 'カード名義人'], other: ['somebody else', '別人'], lookalike: ['a lookalike', 'よく似た別人'],
  printed_photo: ['printed photo', '印刷写真'], cut_photo: ['photo cut along the outline', '輪郭で切り抜いた写真'], filling_photo: ['photo that fills the view', '画面いっぱいの写真'],
  bent_photo: ['bent photo', '湾曲させた写真'], screen: ['telephone or tablet', 'スマートフォン・タブレット'], filling_screen: ['display that fills the view', '画面いっぱいのディスプレイ'],
};
const GUIDANCES = {
  show_face: ['Show your face', '顔を枠に'], one_person: ['One person only', '一人だけで'], come_closer: ['Come closer', '近づく'], step_back: ['Step back', '離れる'],
  move_left: ['Move left', '左へ'], move_right: ['Move right', '右へ'], move_up: ['Move up', '上へ'], move_down: ['Move down', '下へ'],
  look_straight: ['Look straight', '正面を向く'], level_head: ['Level your head', '頭の傾きを直す'], open_eyes: ['Open your eyes', '目を開ける'],
  too_dark: ['Too dark', '暗すぎる'], too_bright: ['Too bright', '明るすぎる'], backlit: ['Backlit', '逆光'], uneven_light: ['Uneven light', '光の偏り'],
  hold_still: ['Hold still', '動かない'], turn_head: ['Turn your head', '顔を左右に'], uncover_face: ['Uncover your face', '顔を覆わない'],
};
const KINDS = {
  step_failed: ['Step could not be done', '手順を実行できません'], patient_arrived: ['Patient arrived', '患者来院'],
  card_inserted: ['Card inserted', 'カード挿入'], card_removed: ['Card removed', 'カード抜去'], card_read: ['Card read', 'カード読取'],
  screen_timed_out: ['Screen timed out', '画面タイムアウト'], button_touched: ['Touched', 'タッチ'], lamp: ['Lamp', 'ランプ'],
  card_left_alarm: ['Card-left alarm', '置き忘れ警報'], pin_entered: ['PIN entered', '暗証番号入力'], pin_checked: ['PIN checked', '暗証番号照合'],
  card_face_number_checked: ['Card face number checked', '照合番号B照合'], photo_read: ['Photo read', '顔写真読出'],
  phone_held: ['Phone held', 'スマートフォンをかざす'], phone_checked: ['Phone checked', 'スマートフォンの確認'],
  face_shown: ['Before the camera', 'カメラの前'], guidance_shown: ['Guidance', '案内'], face_measured: ['Measured', '測定値'],
  picture_kept: ['Picture kept', '画像保存'], camera_failed: ['Camera failed', 'カメラ故障'], face_data_wiped: ['Face data wiped', '顔データ消去'],
  frame_captured: ['Frame captured', '撮影'], face_compared: ['Face compared', '顔照合'], identity_confirmed: ['Identity confirmed', '本人確認済'],
  identity_refused: ['Identity refused', '本人確認不可'], certificate_checked: ['Certificate checked', '証明書確認'],
  registration_checked: ['Registration checked', '利用登録確認'], registered: ['Registered', '利用登録'],
  eligibility_answered: ['Eligibility answered', '資格確認結果'], service_timed_out: ['Service timed out', '資格確認応答なし'],
  consent_recorded: ['Consent', '同意'], data_released: ['Released', '情報提供'],
  prescription_form_chosen: ['Form of the prescription', '処方箋の発行形態'], reception_completed: ['Reception completed', '受付完了'],
  reception_aborted: ['Reception aborted', '受付中止'], wiped: ['Wiped', '消去'], reader_idle: ['Reader idle', '待機'],
  staff_mode_changed: ['Staff mode', '運転モード'], visual_check_decided: ['Visual check', '目視確認'],
  certificate_shown: ['Certificate shown', '証明書提示'], desk_decided: ['Desk decided', '窓口判断'], card_suspended: ['Card suspended', '一時停止'],
};
let language = new URLSearchParams(location.search).get('lang') || (navigator.language || 'en').slice(0, 2);
language = language === 'ja' ? 'ja' : 'en';

const pick = (pair) => pair[language === 'ja' ? 1 : 0];
function say(key, ...values) {
  return pick(WORDS[key] || [key, key]).replace(/\{(\d)\}/g, (_, i) => values[i]);
}
const term = (table, key) => (Object.hasOwn(table, key) ? pick(table[key]) : key);
